package keyturn.plan.forecast;

import java.time.Instant;

/** What would fail a later restart, or soon. */
public sealed interface Warning {

    /** @param oneOf how many valid secrets the application has: which of them SQL Server holds nobody can see */
    record SecretExpires(String application, Instant at, int oneOf) implements Warning {}

    record KeyExpires(String vault, String name, String version, Instant at) implements Warning {}
}
