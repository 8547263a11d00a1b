package keyturn.ui.wizard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import keyturn.ui.wizard.KnownServers.Known;

/**
 * Servers that stand together in the list.
 *
 * @param name empty: those without a group
 */
public record ServerGroup(String name, List<Known> servers) {

    public ServerGroup {
        servers = List.copyOf(servers);
    }

    /** By name, servers in a group by theirs; those without a group come last, as they were used. */
    public static List<ServerGroup> of(List<Known> servers) {
        Map<String, List<Known>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        servers.forEach(server -> named.computeIfAbsent(server.label().group(), first -> new ArrayList<>())
                .add(server));
        Optional<List<Known>> others = Optional.ofNullable(named.remove(""));
        List<ServerGroup> groups = new ArrayList<>();
        named.forEach((name, members) -> groups.add(new ServerGroup(
                name,
                members.stream()
                        .sorted(Comparator.comparing(Known::shown, String.CASE_INSENSITIVE_ORDER))
                        .toList())));
        others.ifPresent(rest -> groups.add(new ServerGroup("", rest)));
        return groups;
    }
}
