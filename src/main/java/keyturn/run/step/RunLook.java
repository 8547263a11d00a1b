package keyturn.run.step;

import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;

/** A run's eyes: one connection; where it broke it is opened again once, and the lock is seen to before anything is read. */
public final class RunLook implements AutoCloseable {

    private final Connector connector;
    private final Inspector inspector;
    private final Target target;
    private final String runId;
    private final List<DllPath> files;
    private final Keeper keeper;
    private Optional<Session> session = Optional.empty();

    /** @param files looked at too, each time */
    public RunLook(
            Connector connector, Inspector inspector, Target target, String runId, List<DllPath> files, Keeper keeper) {
        this.connector = connector;
        this.inspector = inspector;
        this.target = target;
        this.runId = runId;
        this.files = List.copyOf(files);
        this.keeper = keeper;
    }

    public Inspection look(Scope scope) throws Problem.Raised {
        if (session.isPresent()) {
            try {
                return inspector.inspect(session.get(), files, scope);
            } catch (Problem.Raised broken) {
                close();
            }
        }
        keeper.ensure();
        Session fresh = connector.openFor(target, runId);
        session = Optional.of(fresh);
        return inspector.inspect(fresh, files, scope);
    }

    @Override
    public void close() {
        session.ifPresent(Session::close);
        session = Optional.empty();
    }
}
