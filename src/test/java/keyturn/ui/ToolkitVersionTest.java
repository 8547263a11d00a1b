package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** The tests that show windows run on the JavaFX that the build means for them. */
class ToolkitVersionTest {

    @Test
    void itIsTheOneThatTheBuildNames() throws Exception {
        String wanted = System.getProperty("keyturn.javafx", "");
        assumeTrue(!wanted.isEmpty(), "outside Maven any JavaFX may be there");
        String running = Toolkit.on(() -> System.getProperty("javafx.runtime.version", ""));
        assertEquals(wanted, running.replaceFirst("\\+.*", ""));
    }
}
