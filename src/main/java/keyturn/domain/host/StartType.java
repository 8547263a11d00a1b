package keyturn.domain.host;

import java.util.Arrays;
import java.util.Optional;

/** How Windows starts a service. */
public enum StartType {
    AUTOMATIC("Automatic"),
    MANUAL("Manual"),
    DISABLED("Disabled");

    private final String word;

    StartType(String word) {
        this.word = word;
    }

    /** As Set-Service and sys.dm_server_services write it. */
    public String word() {
        return word;
    }

    /** Without regard to case; empty for another word. */
    public static Optional<StartType> of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equalsIgnoreCase(word.strip()))
                .findFirst();
    }
}
