package keyturn.ui.settings;

import java.util.Locale;
import keyturn.ui.parts.Words;

/** The parts of the page, one of them in sight. */
public enum SettingsPlace {
    SETTINGS,
    SHORTCUTS,
    ABOUT;

    /** For ids: in small letters. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String shown() {
        return Words.of("settings.place." + name());
    }
}
