package keyturn.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import keyturn.plan.Plan;
import keyturn.plan.SeenRoll;
import keyturn.plan.SeenWorld;
import keyturn.plan.step.SecretStep;
import keyturn.tools.BesideOthers;
import keyturn.ui.parts.Words;
import org.junit.jupiter.api.Test;

/** What the run page says while a secret is rolled. */
@BesideOthers
final class TrueNowOfRollTest {

    @Test
    void sinceWhenACredentialHasTheNewSecretIsSaid() {
        Plan plan = SeenRoll.plan();
        TrueNow now = new TrueNow(Clock.fixed(SeenWorld.NOW, ZoneOffset.UTC));
        now.begin(plan.steps());
        SecretStep.replaced(plan.steps()).forEach(step -> now.after(step, Optional.of(SeenWorld.NOW)));
        now.show();
        assertEquals(
                List.of(Words.of("run.true.newSecret", "Azure_TDE", "20:01:00")),
                now.said().getValue().lines());
    }
}
