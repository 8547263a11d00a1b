package keyturn.ui.wizard;

import java.util.Arrays;
import keyturn.ui.parts.Words;

/** How the window is drawn. */
public enum Drawing {
    /** By the graphics card, and by the processor in a remote session. */
    AUTOMATIC,
    SOFTWARE,
    HARDWARE;

    /** The one of this name; the first for any other. */
    public static Drawing named(String name) {
        return Arrays.stream(values())
                .filter(drawing -> drawing.name().equals(name))
                .findFirst()
                .orElse(AUTOMATIC);
    }

    /** As the combo box shows it. */
    @Override
    public String toString() {
        return Words.of("settings.drawing." + name());
    }
}
