package keyturn.ui.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Inspector;
import keyturn.plan.due.KnownDates;
import keyturn.plan.forecast.Outlook;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.sql.RangeTargets;
import keyturn.sql.SqlConnector;
import keyturn.ui.home.period.Periods;
import keyturn.ui.parts.FactCard;
import keyturn.ui.wizard.Settings;
import org.junit.jupiter.api.Test;

/** What the overview says is what was seen, and no more. */
final class OverviewTest {

    @Test
    void keysThatMayNotBeSeenAreNeverCountedAsNone() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Overview overview = told(RangeTargets.reader(range));
            assertEquals(Message.of("ui.home.title.databasesUnknown", "1").text(), overview.databasesTitle());
            FactCard databases = overview.cards().databases().getFirst();
            assertFalse(databases.toString().contains("0 encrypted"), databases::toString);
            assertTrue(databases.toString().contains("needs VIEW SERVER SECURITY STATE"), databases::toString);
        }
    }

    @Test
    void keysThatAreSeenAreCounted() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Overview overview = told(RangeTargets.administrator(range));
            assertEquals("4 encrypted databases, one provider: AzureKeyVault_EKM", overview.databasesTitle());
            assertEquals(List.of(), overview.gaps());
        }
    }

    private static Overview told(Target target) throws Exception {
        return Overview.of(
                inspected(target),
                new Periods(Settings.USUAL_ROTATION, Outlook.USUAL_WARNING),
                ZoneOffset.UTC,
                KnownDates.NONE);
    }

    private static Inspection inspected(Target target) throws Exception {
        try (var session = new SqlConnector("1.2.3").open(target)) {
            return new Inspector(Clock.systemUTC()).inspect(session);
        }
    }
}
