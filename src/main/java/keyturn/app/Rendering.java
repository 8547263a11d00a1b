package keyturn.app;

import java.util.Locale;
import java.util.Map;
import keyturn.domain.OperatingSystem;
import keyturn.ui.wizard.Drawing;

/**
 * Whether the window is drawn by the processor. A remote session has no graphics card of its own: drawn there by one that is emulated,
 * the window is slow or stays black.
 */
final class Rendering {

    private static final String ORDER = "prism.order";

    private Rendering() {}

    /** Before JavaFX starts; what Java's own property says comes first, then the environment, then the setting. */
    static void choose(Drawing kept) {
        if (System.getProperty(ORDER) == null && inSoftware(System.getenv(), System.getProperty("os.name"), kept)) {
            System.setProperty(ORDER, "sw");
        }
    }

    static boolean inSoftware(Map<String, String> environment, String system, Drawing kept) {
        String said = environment.getOrDefault("KEYTURN_DRAWING", "");
        Drawing drawing = said.isBlank() ? kept : Drawing.named(said.toUpperCase(Locale.ROOT));
        return switch (drawing) {
            case SOFTWARE -> true;
            case HARDWARE -> false;
            case AUTOMATIC -> isRemote(environment, OperatingSystem.isWindows(system));
        };
    }

    /** Windows names the session; X11 has a host before the colon where the screen is another machine's. */
    private static boolean isRemote(Map<String, String> environment, boolean windows) {
        String session = environment.getOrDefault("SESSIONNAME", "").toUpperCase(Locale.ROOT);
        if (windows) {
            return session.startsWith("RDP-") || session.startsWith("ICA-");
        }
        String display = environment.getOrDefault("DISPLAY", "");
        return display.indexOf(':') > 0 || environment.containsKey("XRDP_SESSION");
    }
}
