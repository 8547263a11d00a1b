package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever does not know a verb or an option by heart finds it. */
@BesideOthers
final class HelpInTerminalTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"inspct, inspect", "verify-evidense, verify-evidence", "foreast, forecast"})
    void aVerbThatIsAlmostOneIsNamed(String typed, String meant) {
        Command.Ended ended = InProcess.say(typed);
        assertEquals(2, ended.exit(), ended.all());
        assertTrue(ended.err().contains(meant), ended.err());
    }

    @Test
    void helpOfAVerbIsTheSameBothWays() {
        assertEquals(
                InProcess.say("inspect", "--help").text(),
                InProcess.say("help", "inspect").text());
    }

    @Test
    void theManPageHasEveryVerb() throws IOException {
        String page =
                Files.readString(Path.of("installer", "debian", "keyturn.1")).replace("\\-", "-");
        String row = InProcess.say("completion", "powershell")
                .text()
                .lines()
                .filter(line -> line.strip().startsWith("'' = @("))
                .findFirst()
                .orElseThrow();
        Pattern.compile("'([a-z-]+)'")
                .matcher(row)
                .results()
                .map(word -> word.group(1))
                .filter(word -> !word.startsWith("-"))
                .forEach(verb ->
                        assertTrue(page.lines().anyMatch(line -> line.matches("\\.BI? \"?" + verb + "( .*)?")), verb));
    }

    @Test
    void bashTakesItsCompletion() throws IOException {
        Path script = Files.writeString(
                folder.resolve("completion"),
                InProcess.say("completion", "bash").text());
        Command.Ended asked = Command.of(
                        "bash",
                        "-c",
                        "source '" + script + "'; COMP_WORDS=(keyturn for); COMP_CWORD=1; _complete_keyturn "
                                + "&& printf '%s\\n' \"${COMPREPLY[@]}\"")
                .run(LIMIT);
        assertEquals(0, asked.exit(), asked.all());
        assertEquals("forecast", asked.text().strip());
    }

    @Test
    void powerShellTakesItsCompletion() throws IOException {
        Command.Ended printed = InProcess.say("completion", "powershell");
        assertEquals(0, printed.exit(), printed.all());
        try (ScriptCheck check = ScriptCheck.start()) {
            assertEquals(List.of(), check.powershell(printed.text()).findings());
        }
        assertTrue(printed.text().contains("'plan upgrade' = @("), printed.text());
    }
}
