package keyturn.run.resume;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.KeyTraces;
import keyturn.domain.inspection.ServerStart;
import keyturn.inspect.Connector;
import keyturn.inspect.ErrorLog;
import keyturn.inspect.Inspector;
import keyturn.inspect.KeyTracesLook;
import keyturn.inspect.Session;
import keyturn.plan.BackOut;
import keyturn.plan.Plan;
import keyturn.plan.verify.Retirement;

/** Looks at the server of a run once more, later, as after a restart, by anyone. */
public final class LaterLook {

    private final Connector connector;
    private final Inspector inspector;

    public LaterLook(Connector connector, Inspector inspector) {
        this.connector = connector;
        this.inspector = inspector;
    }

    /**
     * What was seen.
     *
     * @param errors of the error log, since the server's start
     * @param traces of the key that the plan replaced; unseen where it replaced none
     */
    public record Seen(Inspection inspection, Fact<List<ErrorLine>> errors, KeyTraces traces) {}

    /**
     * On a new connection; looks also whether the old DLL is there, so that a back-out can be judged by it.
     *
     * @throws OtherServer if the target is another server than the plan's
     * @throws Problem.Raised if the target cannot be opened
     */
    public Seen look(Plan plan, Target target) throws Problem.Raised {
        try (Session session = connector.open(target)) {
            Inspection seen = inspector.inspect(session, BackOut.filesOf(plan));
            sameServer(plan, seen);
            Instant start =
                    seen.facts().startedAt().value().map(ServerStart::instant).orElse(Instant.EPOCH);
            Fact<List<ErrorLine>> errors = ErrorLog.atStart(start, session.sql());
            return new Seen(seen, errors, traces(plan, seen, session));
        }
    }

    private static KeyTraces traces(Plan plan, Inspection seen, Session session) throws Problem.Raised {
        Optional<Thumbprint> key = Retirement.thumbprintOf(plan, seen);
        return key.isEmpty()
                ? KeyTraces.unseen()
                : new KeyTracesLook(session.sql(), seen.identity().majorVersion()).of(key.get());
    }

    static void sameServer(Plan plan, Inspection seen) throws Problem.Raised {
        String planned = plan.identity().node().value();
        String found = seen.identity().node().value();
        if (!planned.equals(found)) {
            throw new OtherServer(new Problem(
                    "run.other-server",
                    Message.of("run.otherServer", planned, found),
                    Optional.empty(),
                    Message.of("run.otherServer.next")));
        }
    }
}
