package keyturn.app;

import keyturn.tools.Tools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The same walk in a real window: the desktop's own toolkit, a window manager, real focus. */
@Tag("desktop")
final class DesktopWalkTest extends WindowWalkTest {

    @BeforeAll
    static void needsADisplay() {
        if (System.getenv("DISPLAY") == null) {
            Tools.missing("there is no DISPLAY for a real window");
        }
    }
}
