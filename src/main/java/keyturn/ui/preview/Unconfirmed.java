package keyturn.ui.preview;

import java.util.List;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;

/** Checks that Keyturn cannot make and nobody has confirmed, of a plan that is to be approved all the same. */
final class Unconfirmed {

    private Unconfirmed() {}

    static List<Finding> of(Plan plan, Inspection seen) {
        return plan.flow().preflight(seen, plan.choices()).findings().stream()
                .filter(finding -> finding.severity() == Severity.CONFIRM)
                .toList();
    }
}
