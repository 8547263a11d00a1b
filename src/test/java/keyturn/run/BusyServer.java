package keyturn.run;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;
import keyturn.run.door.SqlWriter;
import keyturn.run.door.WriteDoors;
import keyturn.script.ApprovedPlan;
import keyturn.script.act.SqlAct;
import keyturn.sql.SqlAccess;
import keyturn.tools.RealDoors;

/** A server whose locks others hold for a while: it refuses the first acts, and the real one answers the rest. */
final class BusyServer {

    private final RefusalKind refusal;
    private int left;

    BusyServer(RefusalKind refusal, int times) {
        this.refusal = refusal;
        this.left = times;
    }

    WriteDoors doors() {
        WriteDoors real = RealDoors.all();
        return new WriteDoors(real.lock(), this::open, real.vault(), real.directory(), real.host(), real.manager());
    }

    private SqlWriter open(Target target, ApprovedPlan plan, String runId) throws Problem.Raised {
        SqlWriter real = SqlAccess.open(target, plan, runId);
        return new SqlWriter() {
            @Override
            public Outcome perform(SqlAct act) {
                return left-- > 0 ? refused() : real.perform(act);
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }

    private Outcome refused() {
        return new Outcome.Refused(
                new Problem("sql.busy", Message.of("sql.act"), Optional.of("busy"), Message.of("sql.next")), refusal);
    }
}
