package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import keyturn.ui.wizard.Settings;
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
    void whatIsNoPeriodIsPassedBy(@TempDir Path folder) throws Exception {
        Path lines = folder.resolve("settings.tsv");
        Files.writeString(lines, "rotation-due\tsoon\nrotation-due\tP0D\nelse\tP3Y\n");
        assertEquals(Settings.USUAL_ROTATION, new SettingsFile(lines).rotationDue());
    }
}
