package keyturn.inspect.trouble;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.ServerStart;
import keyturn.domain.reach.Endpoint;
import keyturn.domain.reach.Endpoint.Purpose;
import keyturn.domain.reach.EndpointSeen;
import keyturn.inspect.ErrorLog;
import keyturn.inspect.KeyTracesLook;
import keyturn.inspect.Session;

/** Looks at what an inspection leaves out. */
public final class TroubleLook {

    /** The log of a server that started long ago is read back so far. */
    private static final Duration OLDEST = Duration.ofDays(31);

    /** A certificate may name many lists; these are enough to see whether port 80 is open. */
    private static final int LISTS = 2;

    /** A firewall that drops packets makes each attempt wait. */
    private static final int ENDPOINTS = 12;

    /** SQL Server 2022. */
    private static final int LOG_PERMISSION = 16;

    private final EndpointProbe probe;

    public TroubleLook(EndpointProbe probe) {
        this.probe = probe;
    }

    /**
     * What the server says about providers in its error log since it started.
     *
     * @throws Problem.Raised if the connection is gone
     */
    public Fact<List<ErrorLine>> log(Session session, Inspection seen) throws Problem.Raised {
        Instant oldest = seen.takenAt().minus(OLDEST);
        Instant since = seen.facts()
                .startedAt()
                .value()
                .map(ServerStart::instant)
                .filter(oldest::isBefore)
                .orElse(oldest);
        return byRole(ErrorLog.since(since, session.sql()), seen.identity().majorVersion());
    }

    /** The permission came with SQL Server 2022; before, the procedure asks for a role (document: sp_readerrorlog). */
    private static Fact<List<ErrorLine>> byRole(Fact<List<ErrorLine>> read, int major) {
        return switch (read) {
            case Fact.Known<List<ErrorLine>> known -> known;
            case Fact.Unknown<List<ErrorLine>> unknown -> unknown;
            case Fact.NotPermitted<List<ErrorLine>> denied ->
                major >= LOG_PERMISSION ? denied : new Fact.NotPermitted<>(Permission.onServer("securityadmin"));
        };
    }

    /**
     * Whether trace flag 15025 is on for all sessions: new parts of a log then need no vault.
     *
     * @throws Problem.Raised if the connection is gone
     */
    public Fact<Boolean> traceFlag(Session session, Inspection seen) throws Problem.Raised {
        return new KeyTracesLook(session.sql(), seen.identity().majorVersion()).traceFlag();
    }

    /** Each address once, then the lists of revoked certificates that the answers name. */
    public List<EndpointSeen> endpoints(List<Endpoint> asked) {
        List<EndpointSeen> reached =
                asked.stream().distinct().limit(ENDPOINTS).map(probe::reach).toList();
        Stream<EndpointSeen> lists = reached.stream()
                .flatMap(one -> one.revocation().stream())
                .distinct()
                .limit(LISTS)
                .map(host -> probe.reach(new Endpoint(Purpose.REVOCATION, host, 80)));
        return Stream.concat(reached.stream(), lists).toList();
    }
}
