package keyturn.script;

import keyturn.plan.Plan;

/** A plan with an approval that fits it: the only thing a runner takes. */
public record ApprovedPlan(Plan plan, Scripts scripts, Approval approval) {
    public ApprovedPlan {
        if (!approval.digest().equals(scripts.digest())) {
            throw new IllegalArgumentException(
                    "the approval is for " + approval.digest() + ", the plan is " + scripts.digest());
        }
    }
}
