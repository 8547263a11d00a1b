package keyturn.ui.wizard;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import keyturn.ui.parts.Words;

/** In which zone the window shows times. What is filed is in UTC whatever is chosen. */
public enum ShownTimes {
    /** Of the server, where one is connected to; else of this computer. */
    SERVER,
    /** Of this computer. */
    LOCAL,
    UTC;

    /** The one of this name; the first for any other. */
    public static ShownTimes named(String name) {
        return Arrays.stream(values())
                .filter(times -> times.name().equals(name))
                .findFirst()
                .orElse(SERVER);
    }

    ZoneId zone(Optional<ZoneOffset> server, ZoneId here) {
        return switch (this) {
            case SERVER -> server.<ZoneId>map(offset -> offset).orElse(here);
            case LOCAL -> here;
            case UTC -> ZoneOffset.UTC;
        };
    }

    /** As the combo box shows it. */
    @Override
    public String toString() {
        return Words.of("settings.times." + name());
    }
}
