package keyturn.entra;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** The system's proxy for everything but this machine itself, which no proxy leads to. */
final class ProxyChoice extends ProxySelector {

    private final ProxySelector system;

    ProxyChoice(ProxySelector system) {
        this.system = system;
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = String.valueOf(address.getHost());
        boolean here = host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return here ? List.of(Proxy.NO_PROXY) : system.select(address);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException why) {
        system.connectFailed(address, proxy, why);
    }
}
