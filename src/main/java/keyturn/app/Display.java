package keyturn.app;

import java.util.Locale;
import java.util.Map;

/** Whether a window can be shown. */
final class Display {

    private Display() {}

    /** Linux says it in its environment; Windows and macOS have a display as long as somebody is signed in. */
    static boolean available(Map<String, String> environment, String system) {
        boolean linux = system.toLowerCase(Locale.ROOT).startsWith("linux");
        return !linux || named(environment, "DISPLAY") || named(environment, "WAYLAND_DISPLAY");
    }

    private static boolean named(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
