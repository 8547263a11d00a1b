package keyturn.ui.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import keyturn.plan.due.KnownDates;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.plan.flow.upgrade.UpgradeFlow;
import keyturn.plan.forecast.Outlook;
import keyturn.plan.forecast.SeenServer;
import keyturn.plan.next.NextJob;
import keyturn.plan.next.NextJob.Way;
import keyturn.tools.BesideOthers;
import keyturn.ui.home.period.Periods;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Settings;
import org.junit.jupiter.api.Test;

/** The primary button of a home starts what is due first. */
@BesideOthers
final class HelpingJobTest {

    private static Overview inNineDays() {
        SeenServer server = new SeenServer();
        server.azure = Optional.of(SeenServer.sight(SeenServer.version(true, Optional.empty()), 9));
        return Overview.of(
                server.inspection(),
                new Periods(Settings.USUAL_ROTATION, Outlook.USUAL_WARNING),
                ZoneOffset.UTC,
                KnownDates.NONE);
    }

    private static Optional<Flow> job(Draft draft) {
        return HelpingJob.of(inNineDays(), draft);
    }

    @Test
    void aSecretThatIsDueFirstComesBeforeAnUpgradeThatIsDueToo() {
        assertTrue(inNineDays().next().stream().map(NextJob::way).anyMatch(new Way.Start(UpgradeFlow.NAME)::equals));
        assertEquals(Optional.of(new RollFlow()), job(new Draft()));
    }

    @Test
    void whatSomebodyCameForComesBeforeIt() {
        Draft draft = new Draft();
        draft.turnTo(new UpgradeFlow());
        assertEquals(Optional.of(new UpgradeFlow()), job(draft));
    }

    /** A world whose secret ends in nine days is a second older when somebody reads that. */
    @Test
    void nineDaysAreNotEightASecondLater() {
        When when = new When(
                SeenServer.NOW.plusSeconds(1),
                ZoneOffset.UTC,
                new Periods(Settings.USUAL_ROTATION, Outlook.USUAL_WARNING));
        assertEquals(
                new When(SeenServer.NOW, ZoneOffset.UTC, when.set()).left(SeenServer.NOW.plus(Duration.ofDays(9))),
                when.left(SeenServer.NOW.plus(Duration.ofDays(9))));
        assertEquals(when.left(when.now()), when.left(when.now().plus(Duration.ofHours(23))), "less than a day");
    }
}
