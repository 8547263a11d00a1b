package keyturn.inspect.registered;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What of a connection string is of use here: whose login it names. */
final class ConnectionText {

    private static final Set<String> LOGIN = Set.of("user id", "uid", "user");

    private ConnectionText() {}

    /** Empty: it signs in as the user of Windows, or says nothing. */
    static Optional<String> login(String text) {
        return Arrays.stream(text.split(";"))
                .map(part -> part.split("=", 2))
                .filter(part ->
                        part.length == 2 && LOGIN.contains(part[0].strip().toLowerCase(Locale.ROOT)))
                .map(part -> part[1].strip())
                .filter(login -> !login.isEmpty())
                .findFirst();
    }
}
