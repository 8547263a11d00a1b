package keyturn.ui.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;

/**
 * The window's type: Inter and JetBrains Mono, which the program brings along, so that it looks alike on every machine. Files, licences
 * and how they were made: {@code src/main/fonts/fonts.py}.
 */
public final class Typeface {

    /** As the style sheet names it; where it cannot be loaded JavaFX takes the system's own. */
    private static final String SANS = "Keyturn Sans";

    private static final String MONO = "Keyturn Mono";
    private static final List<String> FILES = List.of("keyturn-sans.ttf", "keyturn-sans-bold.ttf", "keyturn-mono.ttf");
    private static final List<String> OTHER_MONO = List.of("Cascadia Mono", "Consolas", "DejaVu Sans Mono");

    /** Loads them once, when they are asked for first. */
    private static final class Loaded {
        private static final boolean ALL = FILES.stream().allMatch(Typeface::load);
    }

    private Typeface() {}

    /** Makes both families known to JavaFX; to be called before a scene is made. False: the system's own type stands instead. */
    public static boolean load() {
        return Loaded.ALL;
    }

    /** What prose and controls are set in. */
    public static String sans() {
        return load() ? SANS : Font.getDefault().getFamily();
    }

    /** What scripts and paths are set in: ours, else the best that is installed. */
    public static String mono() {
        return load() ? MONO : installed();
    }

    private static String installed() {
        Set<String> families = Set.copyOf(Font.getFamilies());
        return OTHER_MONO.stream().filter(families::contains).findFirst().orElse("Monospaced");
    }

    private static boolean load(String file) {
        try (InputStream font = Typeface.class.getResourceAsStream("/keyturn/ui/fonts/" + file)) {
            return font != null && Font.loadFont(font, 0) != null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
