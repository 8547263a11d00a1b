package keyturn.sql;

import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.run.door.InstanceLock;
import keyturn.run.door.SqlWriter;
import keyturn.script.ApprovedPlan;

/**
 * Opens SQL Server for the acts of an approved plan: one connection for the whole run, on which nothing but the acts is
 * sent, and which has no time-out; and one more that holds the instance's lock.
 */
public final class SqlAccess {

    private SqlAccess() {}

    /** Its program name is {@code Keyturn/<run id>/act}. */
    public static SqlWriter open(Target target, ApprovedPlan plan, String runId) throws Problem.Raised {
        return SqlActs.on(Opening.open(target, Purpose.ACT, runId), target.isVerified());
    }

    /** Its program name is {@code Keyturn/<run id>/lock}. */
    public static InstanceLock lock(Target target, ApprovedPlan plan, String runId) throws Problem.Raised {
        return SqlLock.take(target, runId);
    }
}
