package keyturn.app;

import java.net.InetSocketAddress;
import java.net.ProxySelector;

/** Which proxy connections to Azure take from now on. */
final class ProxySetting {

    private final ProxySelector system = ProxySelector.getDefault();

    /** @param kept {@code system}, {@code none}, or {@code HOST:PORT}; anything else is the system's */
    void use(String kept) {
        int colon = kept.lastIndexOf(':');
        boolean address = colon > 0 && kept.substring(colon + 1).matches("[0-9]{1,5}");
        if (kept.equals("none")) {
            ProxySelector.setDefault(ProxySelector.of(null));
        } else if (address) {
            int port = Math.min(65_535, Integer.parseInt(kept.substring(colon + 1)));
            ProxySelector.setDefault(
                    ProxySelector.of(InetSocketAddress.createUnresolved(kept.substring(0, colon), port)));
        } else {
            ProxySelector.setDefault(system);
        }
    }
}
