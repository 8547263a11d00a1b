package keyturn.cli;

import java.nio.file.Path;
import keyturn.cli.KilledRun.Point;
import keyturn.tools.Program;
import keyturn.windows.Windows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link KillTest} does, where the program that is killed or the one that goes on is that of Windows. */
@Tag("windows")
final class KillOnWindowsTest {

    @TempDir
    Path temporary;

    private enum Side {
        WINDOWS,
        LINUX
    }

    /** Each of the two goes on with what the other, or itself, began. */
    @ParameterizedTest
    @CsvSource({
        "WINDOWS, BEFORE_SENT, WINDOWS",
        "WINDOWS, DONE, LINUX",
        "WINDOWS, ANSWERED, WINDOWS",
        "WINDOWS, WRITTEN, WINDOWS",
        "LINUX, DONE, WINDOWS"
    })
    void theStepThatChangesIsGoneOnWithFromEveryPoint(Side begins, Point point, Side goesOn) throws Exception {
        Windows windows = Windows.require();
        try (KilledRun run =
                new KilledRun(temporary, KilledJob.UPGRADE, program(begins, windows), program(goesOn, windows))) {
            KillTest.resumed(run, KillTest.point(run), point);
        }
    }

    private static Program program(Side system, Windows windows) {
        return switch (system) {
            case WINDOWS -> windows;
            case LINUX -> Packaged.HERE;
        };
    }
}
