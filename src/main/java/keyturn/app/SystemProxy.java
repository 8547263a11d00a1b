package keyturn.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.OperatingSystem;

/**
 * The proxy that every other program on this machine uses: that of Windows, which Java asks for it; elsewhere that of HTTPS_PROXY,
 * with the exceptions of NO_PROXY. Java's own properties come first where they are set.
 */
final class SystemProxy {

    private static final String ASK = "java.net.useSystemProxies";
    private static final String HOST = "https.proxyHost";
    private static final int HTTP_PORT = 80;

    private SystemProxy() {}

    /** Before the first connection: Java reads it once. */
    static void install() {
        if (System.getProperty(ASK) != null || System.getProperty(HOST) != null) {
            return;
        }
        if (OperatingSystem.isWindows()) {
            System.setProperty(ASK, "true");
        } else {
            properties(System.getenv()).forEach(System::setProperty);
        }
    }

    /** Java's properties for what the environment says; a name and password in the address are not taken. */
    static Map<String, String> properties(Map<String, String> environment) {
        Optional<URI> proxy = value(environment, "HTTPS_PROXY").flatMap(SystemProxy::address);
        Map<String, String> properties = new LinkedHashMap<>();
        proxy.ifPresent(address -> {
            int port = address.getPort() < 0 ? HTTP_PORT : address.getPort();
            properties.put(HOST, address.getHost());
            properties.put("https.proxyPort", String.valueOf(port));
            value(environment, "NO_PROXY").ifPresent(hosts -> properties.put("http.nonProxyHosts", exceptions(hosts)));
        });
        return properties;
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text.contains("://") ? text : "http://" + text);
            return Optional.of(address).filter(each -> each.getHost() != null);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** {@code .example.net} and {@code example.net} mean the domain with all in it. */
    private static String exceptions(String hosts) {
        return Stream.of(hosts.split("[,\\s]+"))
                .map(host -> host.startsWith(".") ? host.substring(1) : host)
                .filter(host -> !host.isEmpty())
                .flatMap(host -> host.contains("*") ? Stream.of(host) : Stream.of(host, "*." + host))
                .collect(Collectors.joining("|"));
    }

    /** Under its name in capitals, as most write it, or in small letters. */
    private static Optional<String> value(Map<String, String> environment, String name) {
        return Stream.of(name, name.toLowerCase(Locale.ROOT))
                .flatMap(each -> Optional.ofNullable(environment.get(each)).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
