package keyturn.domain;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code HOST[\INSTANCE][,PORT]} as SQL Server's tools write it.
 *
 * @param port 1 to 65535
 */
public record ServerAddress(String host, Optional<String> instance, OptionalInt port) {

    public ServerAddress {
        boolean portFits = port.isEmpty() || (port.getAsInt() >= 1 && port.getAsInt() <= 65_535);
        if (host.isBlank() || !portFits || host.chars().anyMatch(c -> c <= ' ' || c == ';' || c == '{' || c == '}')) {
            throw new InvalidValue(new Problem(
                    "server-address.form",
                    Message.of("domain.server.form", host),
                    Optional.empty(),
                    Message.of("domain.server.form.next")));
        }
    }

    /** Reads {@code HOST[\INSTANCE][,PORT]}; {@code tcp:} before it is allowed, and a colon before the port, as most tools write it. */
    public static ServerAddress parse(String text) {
        String rest = text.strip();
        if (rest.regionMatches(true, 0, "tcp:", 0, 4)) {
            rest = rest.substring(4);
        }
        OptionalInt port = OptionalInt.empty();
        int comma = Math.max(rest.lastIndexOf(','), onlyColon(rest));
        if (comma >= 0) {
            port = OptionalInt.of(portOf(rest.substring(comma + 1).strip()));
            rest = rest.substring(0, comma).strip();
        }
        int slash = rest.indexOf('\\');
        Optional<String> instance = slash < 0 ? Optional.empty() : Optional.of(rest.substring(slash + 1));
        return new ServerAddress(slash < 0 ? rest : rest.substring(0, slash), instance, port);
    }

    /** Where the port begins in {@code HOST:PORT}; an IPv6 address has more colons than one. */
    private static int onlyColon(String text) {
        return text.matches("[^:,]+:[0-9]{1,5}") ? text.indexOf(':') : -1;
    }

    private static int portOf(String digits) {
        return digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
    }

    @Override
    public String toString() {
        return host + instance.map(i -> "\\" + i).orElse("") + (port.isPresent() ? "," + port.getAsInt() : "");
    }
}
