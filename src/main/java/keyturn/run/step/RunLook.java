package keyturn.run.step;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.domain.inspection.ServerStart;
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
    private Optional<ServerStart> started = Optional.empty();

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
        Inspection seen = read(open -> inspector.inspect(open, files, scope));
        started = started.or(() -> seen.facts().startedAt().value());
        return seen;
    }

    /** When the server had started as it was looked at first. */
    Optional<ServerStart> startedBefore() {
        return started;
    }

    /** What the server's clock shows; empty where it cannot be read, which stops nothing. */
    Optional<OffsetDateTime> serverTime() {
        try {
            return read(inspector::serverTime);
        } catch (Problem.Raised unread) {
            return Optional.empty();
        }
    }

    private <T> T read(Reading<T> reading) throws Problem.Raised {
        if (session.isPresent()) {
            try {
                return reading.of(session.get());
            } catch (Problem.Raised broken) {
                close();
            }
        }
        keeper.ensure();
        Session fresh = connector.openFor(target, runId);
        session = Optional.of(fresh);
        return reading.of(fresh);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(Session session) throws Problem.Raised;
    }

    @Override
    public void close() {
        session.ifPresent(Session::close);
        session = Optional.empty();
    }
}
