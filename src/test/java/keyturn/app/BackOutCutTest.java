package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.CutBackOut;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A back-out that was approved and cut before its first step: resume asks which way. */
@BesideOthers
final class BackOutCutTest {

    private final Rotating rotating;
    private final InProcess keyturn;

    BackOutCutTest(@TempDir Path folder) {
        this.keyturn = new InProcess(folder);
        this.rotating = new Rotating(folder);
    }

    @ParameterizedTest
    @CsvSource({"back, undone", "forward, done"})
    void whoResumesSaysWhichWay(String way, String last) throws Exception {
        try (Range range = keyturn.started("healthy")) {
            range.setFault("drop-after@alter-provider:1");
            assertEquals(
                    1,
                    keyturn.run(keyturn.target(range), keyturn.plan(keyturn.target(range)))
                            .exit());
            CutBackOut.in(rotating.run(), Rotating.digest(say("backout", range)));
            List<String> before = rotating.journal();

            Command.Ended asked = say("resume", range);
            assertEquals(3, asked.exit(), asked.all());
            assertTrue(asked.err().contains("[cli.resume.whichWay]"), asked.err());
            assertEquals(before, rotating.journal());

            Command.Ended ended = say("resume", range, "--go", way);
            assertEquals(0, ended.exit(), ended.all());
            List<String> lines = rotating.journal();
            assertTrue(lines.get(lines.size() - 2).contains(" " + last + " "), ended.all());
            assertTrue(lines.getLast().contains(" filed "), ended.all());
        }
    }

    private Command.Ended say(String verb, Range range, Object... more) {
        List<Object> words = new ArrayList<>(List.of(verb, rotating.run()));
        words.addAll(keyturn.target(range));
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }
}
