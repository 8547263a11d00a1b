package keyturn.ui;

import java.util.ArrayList;
import java.util.List;
import keyturn.ui.wizard.KnownServers;

/** Known servers in memory. */
final class KnownList implements KnownServers {

    private final List<Known> list = new ArrayList<>();

    @Override
    public List<Known> all() {
        return List.copyOf(list);
    }

    @Override
    public void remember(Known server) {
        list.removeIf(server::sameAs);
        list.addFirst(server);
    }

    @Override
    public void add(List<Known> servers) {
        servers.stream()
                .filter(server -> list.stream().noneMatch(server::sameAs))
                .forEach(list::add);
    }

    @Override
    public void replace(Known server, Known by) {
        list.replaceAll(other -> other.sameAs(server) ? by : other);
    }

    @Override
    public void forget(Known server) {
        list.removeIf(server::sameAs);
    }
}
