package keyturn.plan.flow.rotate;

import java.util.List;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Finding;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.RotationSituation;

/** What is looked at before a rotation is planned, and what was found. */
public final class RotationFindings {

    private RotationFindings() {}

    /** Pure; every check has at least one where there is anything to say, in the order of a DBA's list. */
    public static List<Finding> of(Inspection inspection, Choices.RotateKey choices) {
        return RotationChecks.findings(RotationSituation.of(inspection, choices));
    }
}
