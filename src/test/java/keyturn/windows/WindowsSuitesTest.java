package keyturn.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What touches files, locks and paths is tried by the same tests in a Windows Java. */
@Tag("windows")
@BesideOthers
final class WindowsSuitesTest {

    private static final List<String> JOURNAL = List.of("keyturn.run.journal.JournalTest");
    private static final List<String> LOCK = List.of("keyturn.run.RunLockTest");
    private static final List<String> FILES = List.of(
            "keyturn.run.NoRoomTest",
            "keyturn.script.json.PlanFileTest",
            "keyturn.cli.option.ArgumentFilesTest",
            "keyturn.cli.option.PasswordFileTest",
            "keyturn.app.SurroundingsTest");
    private static final List<String> BUNDLE =
            List.of("keyturn.evidence.BundleTest", "keyturn.evidence.csv.CsvTest", "keyturn.evidence.RunEvidenceTest");
    private static final List<String> LONG = List.of(
            "keyturn.run.resume.ResumeTest", "keyturn.run.UpgradeRunTest", "keyturn.evidence.BundlePropertiesTest");

    @Test
    void theSuitesOfJournalLockFilesAndBundlePass() {
        pass(List.of(JOURNAL, LOCK, FILES, BUNDLE).stream()
                .flatMap(List::stream)
                .toList());
    }

    @Test
    @Tag("matrix")
    void theLongSuitesPass() {
        pass(LONG);
    }

    private static void pass(List<String> classes) {
        Windows windows = Windows.require();
        Command.Ended ended = windows.likeHere(WindowsSuites.class, classes.toArray());
        String last = ended.text().lines().reduce("", (before, line) -> line);
        assertEquals(0, ended.exit(), ended.all());
        assertTrue(last.matches("tests [1-9]\\d*, passed [1-9]\\d*, skipped \\d+, failed 0"), last);
        System.out.println("On Windows: " + last);
    }
}
