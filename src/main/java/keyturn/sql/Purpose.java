package keyturn.sql;

import java.util.Locale;

/** What a connection is for: shown to the server in the program name. */
enum Purpose {
    READ,
    ACT,
    /** Holds the instance's one lock and does nothing else. */
    LOCK;

    /** {@code Keyturn/<run id>/act}. */
    String programName(String run) {
        return "Keyturn/" + run + "/" + name().toLowerCase(Locale.ROOT);
    }
}
