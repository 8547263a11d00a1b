package keyturn.plan.verify;

import java.util.List;
import java.util.Optional;
import keyturn.domain.inspection.KeyUses.Tested;
import keyturn.plan.Plan;
import keyturn.plan.forecast.Outlook;
import keyturn.plan.step.TestStep;
import keyturn.plan.verify.Verification.RunSeen;

/** How a forecast is made for a run: with the DBA's ticks, and with the tests that leave nothing on the server. */
public final class RunOutlook {

    private RunOutlook() {}

    public static Outlook of(Plan plan, RunSeen seen) {
        return Outlook.attested(plan.choices().attested()).with(untraced(plan, seen));
    }

    /** By snapshot; each when SQL Server used the key, by its own clock: one of which that is not known shows nothing. */
    private static List<Tested> untraced(Plan plan, RunSeen seen) {
        return TestStep.tests(plan.steps())
                .filter(test -> test.snapshot().isPresent())
                .flatMap(test -> Optional.ofNullable(seen.tests().get(test.id())).stream()
                        .flatMap(told -> told.used().stream())
                        .map(at -> new Tested(test.database(), at)))
                .toList();
    }
}
