package keyturn.run.step;

import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.run.door.ActWriter;
import keyturn.run.door.DirectoryWriter;
import keyturn.run.door.DoorOpener;
import keyturn.run.door.HostWriter;
import keyturn.run.door.Outcome;
import keyturn.run.door.ResourceWriter;
import keyturn.run.door.SqlWriter;
import keyturn.run.door.VaultWriter;
import keyturn.run.door.WriteDoors;
import keyturn.script.ApprovedPlan;
import keyturn.script.act.DirectoryAct;
import keyturn.script.act.DoorAct;
import keyturn.script.act.HostAct;
import keyturn.script.act.ManagerAct;
import keyturn.script.act.SqlAct;
import keyturn.script.act.VaultAct;

/**
 * The doors of a run: SQL Server's before the first step, another's when an act first needs it; each kept until an act that
 * went through it has no answer, or could not be sent.
 */
public final class OpenDoors implements AutoCloseable {

    private final Kept<SqlAct, SqlWriter> sql;
    private final Kept<VaultAct, VaultWriter> vault;
    private final Kept<DirectoryAct, DirectoryWriter> directory;
    private final Kept<HostAct, HostWriter> host;
    private final Kept<ManagerAct, ResourceWriter> manager;

    public OpenDoors(WriteDoors doors, Target target, ApprovedPlan approved, String runId) {
        this.sql = new Kept<>(doors.sql(), target, approved, runId);
        this.vault = new Kept<>(doors.vault(), target, approved, runId);
        this.directory = new Kept<>(doors.directory(), target, approved, runId);
        this.host = new Kept<>(doors.host(), target, approved, runId);
        this.manager = new Kept<>(doors.manager(), target, approved, runId);
    }

    /** Opens SQL Server's door where it is not open: no step begins on a server that cannot be reached. */
    public void ready() throws Problem.Raised {
        sql.opened();
    }

    /** What comes next on SQL Server is sent in a session that begins after this. */
    void newSqlSession() {
        sql.close();
    }

    /** No act holds a secret any more: what the doors that sent one keep of their last acts goes with them. */
    void forgetSecrets() {
        sql.close();
        vault.close();
    }

    Outcome perform(DoorAct act) {
        return switch (act) {
            case SqlAct onServer -> sql.perform(onServer);
            case VaultAct inVault -> vault.perform(inVault);
            case DirectoryAct inDirectory -> directory.perform(inDirectory);
            case HostAct onHost -> host.perform(onHost);
            case ManagerAct inManager -> manager.perform(inManager);
        };
    }

    @Override
    public void close() {
        sql.close();
        vault.close();
        directory.close();
        host.close();
        manager.close();
    }

    /** One door; closed, or open. */
    private static final class Kept<A extends DoorAct, W extends ActWriter<A>> {

        private final DoorOpener<W> opener;
        private final Target target;
        private final ApprovedPlan approved;
        private final String runId;
        private Optional<W> open = Optional.empty();

        Kept(DoorOpener<W> opener, Target target, ApprovedPlan approved, String runId) {
            this.opener = opener;
            this.target = target;
            this.approved = approved;
            this.runId = runId;
        }

        W opened() throws Problem.Raised {
            if (open.isEmpty()) {
                open = Optional.of(opener.open(target, approved, runId));
            }
            return open.get();
        }

        Outcome perform(A act) {
            Outcome outcome;
            try {
                outcome = opened().perform(act);
            } catch (Problem.Raised shut) {
                outcome = new Outcome.NotSent(shut.problem());
            }
            if (isWorn(outcome)) {
                close();
            }
            return outcome;
        }

        private static boolean isWorn(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Done done -> false;
                case Outcome.Refused refused -> false;
                case Outcome.NotSent not -> true;
                case Outcome.Unanswered unanswered -> true;
            };
        }

        void close() {
            open.ifPresent(ActWriter::close);
            open = Optional.empty();
        }
    }
}
