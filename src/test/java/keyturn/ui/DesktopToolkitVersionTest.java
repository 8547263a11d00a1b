package keyturn.ui;

import keyturn.tools.Tools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** As {@link ToolkitVersionTest}, where a real window shows what ships. */
@Tag("desktop")
final class DesktopToolkitVersionTest extends ToolkitVersionTest {

    @BeforeAll
    static void needsADisplay() {
        if (System.getenv("DISPLAY") == null) {
            Tools.missing("there is no DISPLAY for a real window");
        }
    }
}
