package keyturn.domain;

import java.util.Locale;

/** What this program runs on, as far as something depends on it. */
public final class OperatingSystem {

    private OperatingSystem() {}

    public static boolean isWindows() {
        return isWindows(System.getProperty("os.name", ""));
    }

    /** @param name as the system property {@code os.name} has it */
    public static boolean isWindows(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
