package keyturn.conform;

import java.nio.file.Files;
import java.nio.file.Path;
import keyturn.cli.Packaged;
import keyturn.conform.KilledRun.Point;
import keyturn.tools.Program;
import keyturn.windows.Windows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link KillsOfFlowsTest} does, where the program that is killed or the one that goes on is that of Windows. */
@Tag("windows")
final class KillOnWindowsTest {

    @TempDir
    Path temporary;

    private enum Side {
        WINDOWS,
        LINUX
    }

    @ParameterizedTest
    @CsvSource("WINDOWS, DONE, LINUX")
    void anotherSystemResumesWhatWindowsBegan(Side begins, Point point, Side goesOn) throws Exception {
        theStepThatChangesIsResumed(begins, point, goesOn);
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX, DONE, WINDOWS",
        "WINDOWS, BEFORE_SENT, WINDOWS",
        "WINDOWS, ANSWERED, WINDOWS",
        "WINDOWS, WRITTEN, WINDOWS"
    })
    @Tag("matrix")
    void eachSystemResumesFromTheOtherPoints(Side begins, Point point, Side goesOn) throws Exception {
        theStepThatChangesIsResumed(begins, point, goesOn);
    }

    private void theStepThatChangesIsResumed(Side begins, Point point, Side goesOn) throws Exception {
        Windows windows = Windows.require();
        KilledRun.Resuming resuming =
                switch (goesOn) {
                    case WINDOWS ->
                        (folder, words) -> windows.keyturn(folder, words).run(Packaged.LIMIT);
                    case LINUX -> KilledRun::inThisProcess;
                };
        Program began =
                switch (begins) {
                    case WINDOWS -> windows;
                    case LINUX -> Packaged.HERE;
                };
        var fixture = new UpgradeFixture();
        RunVerdicts undisturbed =
                KillsOfFlowsTest.undisturbed(fixture, Files.createTempDirectory(temporary, "undisturbed"));
        try (KilledRun run = new KilledRun(Files.createTempDirectory(temporary, "killed"), fixture, began, resuming)) {
            KillsOfFlowsTest.resumed(run, fixture.decisive(run.plan), point, undisturbed);
        }
    }
}
