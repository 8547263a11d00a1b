package keyturn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import keyturn.cli.Terminal;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines are as long as the terminal is wide. */
@BesideOthers
final class ScreenTest {

    @ParameterizedTest
    @CsvSource({"120, 120", "20, 60", "5000, 140", "wide, 80", "'', 80", "0, 80"})
    void columnsSaysHowWide(String columns, int width) {
        assertEquals(width, Screen.width(Map.of("COLUMNS", columns), false, "Linux"));
    }

    @Test
    void nobodyThereMeansTheUsualWidth() {
        assertEquals(80, Screen.width(Map.of(), false, "Linux"));
        assertEquals(80, Screen.width(Map.of(), true, "Windows Server 2022"));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void noLineOfAPageOrOfHelpIsWider(int width) {
        for (String[] words : new String[][] {
            {"inspect", "--practice", "healthy"}, {"scenarios"}, {"inspect", "--help"}, {"plan", "rotate-key", "--help"}
        }) {
            var out = new ByteArrayOutputStream();
            var stream = new PrintStream(out, true, UTF_8);
            var terminal =
                    new Terminal(stream, stream, false, width, Terminal.Manner.PAGES, question -> Optional.empty());
            var shutdown = new Shutdown();
            new Program(shutdown, terminal, InProcess.newUser()).run(words);
            shutdown.close();
            int longest =
                    out.toString(UTF_8).lines().mapToInt(String::length).max().orElse(0);
            assertTrue(longest <= width && longest > width / 2, words[0] + ": " + longest);
        }
    }
}
