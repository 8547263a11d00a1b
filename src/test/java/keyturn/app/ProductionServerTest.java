package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.Range;
import keyturn.tools.Command;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers.Known;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a server that was marked as production in the window, the command line changes nothing before its name is given. */
final class ProductionServerTest {

    private static final String NAME = "PRACTICE01\\KEYTURN";

    @TempDir
    Path folder = Path.of("");

    private StateFolder state = new StateFolder(Path.of(""));
    private InProcess keyturn = new InProcess(Path.of(""));

    @BeforeEach
    void prepare() {
        state = new StateFolder(folder.resolve("state"));
        keyturn = new InProcess(folder);
    }

    private void marked() throws Exception {
        new ServersFile(state.servers())
                .remember(
                        new Known("127.0.0.1", NAME, "", "", Environment.PRODUCTION, Instant.EPOCH, Optional.empty()));
    }

    private Command.Ended say(Range range, List<Object> verb, Object... more) {
        List<Object> words = new ArrayList<>(verb);
        words.addAll(keyturn.target(range));
        words.addAll(List.of(more));
        return InProcess.say(state, words.toArray());
    }

    @Test
    void aRunItsBackOutAndItsResumeNeedTheName() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            // The test of this database alone would take ten seconds.
            Command.Ended planned = say(
                    range, List.of("plan", "upgrade"), "--test", "Archive=skip", "--out", folder.resolve("plan.json"));
            String digest = digest(planned);
            marked();
            List<Object> run = List.of(
                    "run", folder.resolve("plan.json"), "--approve", digest, "--journal", folder.resolve("runs"));
            refused("cli.confirm.missing", say(range, run));
            refused("cli.confirm.other", say(range, run, "--confirm-server", "PRACTICE02"));
            assertTrue(Files.notExists(folder.resolve("runs")), "nothing has begun");

            Command.Ended ran = say(range, run, "--confirm-server", NAME);
            assertEquals(0, ran.exit(), ran.all());

            Path journal = journal();
            refused("cli.confirm.missing", say(range, List.of("resume", journal)));
            Command.Ended shown = say(range, List.of("backout", journal));
            assertEquals(0, shown.exit(), shown.all());
            String back = digest(shown);
            refused("cli.confirm.missing", say(range, List.of("backout", journal, "--approve", back)));
            Command.Ended otherServer =
                    say(range, List.of("backout", journal, "--approve", back), "--confirm-server", "PRACTICE02");
            refused("cli.confirm.other", otherServer);
        }
    }

    private static String digest(Command.Ended said) {
        assertEquals(0, said.exit(), said.all());
        return said.text().lines().reduce("", (before, line) -> line).substring("digest ".length());
    }

    private static void refused(String code, Command.Ended said) {
        assertEquals(3, said.exit(), said.all());
        assertTrue(said.all().contains("[" + code + "]"), said.all());
    }

    private Path journal() throws Exception {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }
}
