package keyturn.domain.host;

import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Rules;

/** The name of a Windows service, not its display name: {@code MSSQLSERVER}, {@code MSSQL$SALES}. */
public record ServiceName(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_$#.-]{1,256}");

    /** @throws InvalidValue {@code service-name.form} */
    public ServiceName {
        if (!FORM.matcher(value).matches()) {
            throw Rules.broken(
                    "service-name.form",
                    Message.of("domain.serviceName.form", OneLine.shown(value)),
                    Message.of("domain.serviceName.form.next"));
        }
    }

    /** The engine's service of an instance; {@code server} as the server calls itself: {@code HOST} or {@code HOST\INSTANCE}. */
    public static ServiceName ofEngine(String server) {
        return instance(server)
                .map(name -> new ServiceName("MSSQL$" + name))
                .orElseGet(() -> new ServiceName("MSSQLSERVER"));
    }

    /** The Agent's, which depends on the engine's. */
    public static ServiceName ofAgent(String server) {
        return instance(server)
                .map(name -> new ServiceName("SQLAgent$" + name))
                .orElseGet(() -> new ServiceName("SQLSERVERAGENT"));
    }

    private static Optional<String> instance(String server) {
        int slash = server.indexOf('\\');
        return slash < 0 ? Optional.empty() : Optional.of(server.substring(slash + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
