package keyturn.trouble.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.SeenWorld;
import keyturn.plan.forecast.Forecast;
import keyturn.trouble.CheckName;
import keyturn.trouble.RootCause;
import keyturn.trouble.logs.BothLogs;
import org.junit.jupiter.api.Test;

/** What the error log says is a cause as long as it may be one. */
final class LogCheckTest {

    private static final String HEAD = "Error: 33028, Severity: 16, State: 1.";

    private final Inspection seen = new SeenWorld().inspection();
    private final Instant now = seen.takenAt();

    @Test
    void theHeadOfAnErrorIsNoCauseBesideItsText() {
        Instant at = now.minus(Duration.ofHours(2));
        CheckReport report = report(new ErrorLine(at, 33028, HEAD), failed(at, 3303));

        assertEquals(List.of(RootCause.SECRET_EXPIRED), report.causes());
    }

    @Test
    void anOutageOfTwoHoursAgoAsksForNoPatienceNow() {
        assertFalse(report(failed(now.minus(Duration.ofHours(2)), 3111)).mustWait(), "nobody said so for two hours");
    }

    @Test
    void theHeadOfAnErrorAloneIsNoCause() {
        CheckReport report = report(new ErrorLine(now, 33049, "Error: 33049, Severity: 16, State: 2."));

        assertEquals(List.of(), report.causes());
        assertEquals(1, report.in(CheckResult.State.ATTENTION).size(), "it is shown all the same");
    }

    /** A repair beside it would be tried. */
    @Test
    void anOutageOfNowAsksForPatienceAndOffersNoRepair() {
        CheckReport report = report(failed(now.minusSeconds(30), 3111), failed(now.minusSeconds(20), 3303));

        assertTrue(report.mustWait());
        assertEquals(List.of(), report.repairs());
    }

    /** Two keys are missing; another check that runs alone later takes away neither. */
    @Test
    void eachRepairOfACauseStaysWhereAnotherCheckRunsAlone() {
        List<OfferedRepair> both = List.of(
                OfferedRepair.byFlow(RootCause.KEY_NOT_REGISTERED, "register-key", List.of("--thumbprint", "0x01")),
                OfferedRepair.byFlow(RootCause.KEY_NOT_REGISTERED, "register-key", List.of("--thumbprint", "0x02")));
        CheckResult missing = new CheckResult(
                CheckName.LOG,
                CheckResult.State.FOUND,
                List.of(),
                List.of(RootCause.KEY_NOT_REGISTERED),
                Optional.empty());
        CheckReport before = new CheckReport(List.of(missing), both, BothLogs.EMPTY);

        assertEquals(
                both,
                before.with(Checks.of(CheckedWorld.of(seen), Set.of(CheckName.CLOCK)))
                        .repairs());
    }

    private static ErrorLine failed(Instant at, int code) {
        return new ErrorLine(
                at,
                33028,
                "Cannot open session for cryptographic provider 'AzureKeyVault_EKM'. Provider error code: " + code
                        + ".");
    }

    private CheckReport report(ErrorLine... lines) {
        CheckedWorld unread = CheckedWorld.of(seen);
        CheckedWorld world = new CheckedWorld(
                seen,
                Forecast.of(seen),
                new Fact.Known<>(Arrays.asList(lines), "sp_readerrorlog"),
                unread.traceFlag(),
                List.of(),
                unread.proxy());
        return Checks.of(world, Set.of(CheckName.LOG));
    }
}
