package keyturn.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.domain.inspection.ServerStart;
import org.junit.jupiter.api.Test;

/** The date of a file that is loaded: known, or why it says nothing. What the server answers is given as values. */
final class ModuleDatesTest {

    private static final String PATH = "C:\\EKM\\Microsoft.AzureKeyVaultService.EKM.dll";
    private static final Fact<ServerStart> STARTED = known(ServerStart.parse("2026-11-20T10:00:00Z"));
    private static final LocalDateTime OLD = LocalDateTime.parse("2020-11-24T05:17:00");

    private final List<String> asked = new ArrayList<>();

    @Test
    void aFileThatLayThereBeforeTheStartTellsItsDay() throws Exception {
        assertEquals(
                known(LocalDate.of(2020, 11, 24)).value(),
                date(PATH, row(PATH.toUpperCase(Locale.ROOT), OLD, OLD)).value());
    }

    @Test
    void whatCameAfterTheStartIsAnotherFileInWhicheverZoneTheTimesAre() throws Exception {
        LocalDateTime after = LocalDateTime.parse("2026-11-20T11:00:00");
        assertTrue(why(date(PATH, row(PATH, after, OLD))).contains("2026-11-20T11:00"));
        // before the start if it is local time, after it if it is UTC
        LocalDateTime either = LocalDateTime.parse("2026-11-20T10:30:00");
        assertTrue(why(date(PATH, row(PATH, OLD, either))).contains("2026-11-20T10:30"));
    }

    @Test
    void aFunctionThatIsMissingOrRefusedIsToldWithItsNumber() throws Exception {
        assertTrue(why(date(PATH, new SqlReader.Failed(208, "Invalid object name")))
                .contains("208"));
        assertTrue(why(date(PATH, new SqlReader.Failed(229, "denied"))).contains("229"));
        assertTrue(why(date(PATH, new SqlReader.Rows(List.of()))).contains("no file"));
    }

    @Test
    void nothingIsAskedWhereTheAnswerWouldBeNoneOrTheWholeDrive() throws Exception {
        assertTrue(why(date("C:\\EKM.dll", row("C:\\EKM.dll", OLD, OLD))).contains("root of a drive"));
        assertTrue(why(of(false, List.of(), PATH)).contains("2017"));
        assertEquals(List.of(), asked);
    }

    private Fact<LocalDate> date(String path, SqlReader.Result answer) throws Exception {
        return of(true, List.of(answer), path);
    }

    private Fact<LocalDate> of(boolean there, List<SqlReader.Result> answers, String path) throws Exception {
        SqlReader sql = batch -> {
            asked.add(batch);
            return answers;
        };
        return new ModuleDates(sql, there)
                .of(known(List.of(new LoadedModule(path, "15.0.2000.440"))), STARTED)
                .value()
                .orElseThrow()
                .getFirst()
                .fileDate();
    }

    private static SqlReader.Rows row(String path, LocalDateTime created, LocalDateTime written) {
        return new SqlReader.Rows(List.of(Map.of(
                "full_filesystem_path",
                path,
                "creation_time",
                created,
                "last_write_time",
                written,
                "server_now",
                OffsetDateTime.parse("2026-11-26T12:00:00+02:00"))));
    }

    private static String why(Fact<LocalDate> fact) {
        return fact instanceof Fact.Unknown<LocalDate> unknown ? unknown.why().text() : "known: " + fact;
    }

    private static <T> Fact<T> known(T value) {
        return new Fact.Known<>(value, Message.of("domain.module.undated").key());
    }
}
