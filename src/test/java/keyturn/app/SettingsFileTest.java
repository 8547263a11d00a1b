package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Optional;
import keyturn.ui.wizard.Settings;
import keyturn.ui.wizard.Settings.Looks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setting comes back as it was kept; what is no setting is passed by. */
final class SettingsFileTest {

    @Test
    void aSettingIsKeptAndReplaced(@TempDir Path folder) throws Exception {
        var file = new SettingsFile(folder.resolve("new").resolve("settings.tsv"));
        assertEquals(Settings.USUAL_ROTATION, file.rotationDue());
        file.rotationDue(Period.ofMonths(18));
        file.expiryWarning(Period.ofDays(90));
        file.rotationDue(Period.ofYears(2));
        assertEquals(Period.ofYears(2), file.rotationDue());
        assertEquals(Period.ofDays(90), file.expiryWarning(), "another setting stays");
    }

    @Test
    void oneSettingDoesNotWriteOverAnother(@TempDir Path folder) throws Exception {
        var file = new SettingsFile(folder.resolve("settings.tsv"));
        assertEquals(Optional.empty(), file.look(Looks.SCRIPT_WIDTH));
        file.rotationDue(Period.ofYears(2));
        file.look(Looks.SCRIPT_WIDTH, "520");
        file.look(Looks.COMPACT_STEPS, "true");
        assertEquals(Period.ofYears(2), file.rotationDue());
        assertEquals(Optional.of("520"), file.look(Looks.SCRIPT_WIDTH));
    }

    @Test
    void whatIsNoPeriodIsPassedBy(@TempDir Path folder) throws Exception {
        Path lines = folder.resolve("settings.tsv");
        Files.writeString(
                lines,
                "rotation-due\tsoon\nrotation-due\tP0D\nrotation-due\tP999999999Y\nexpiry-warning\tP1D\u0000\nelse\tP3Y\n");
        assertEquals(Settings.USUAL_ROTATION, new SettingsFile(lines).rotationDue());
    }
}
