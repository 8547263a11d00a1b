package keyturn.practice.server;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.server.views.SessionFacts;
import keyturn.practice.tds.Backend;

/**
 * The practice SQL Server behind the wire: who may come in, and one immutable state that statements read and replace.
 */
public final class SqlServer implements Backend {

    private static final int FIRST_SPID = 51;

    private final AtomicReference<Instance> instance;
    private final Accounts accounts;
    private final RequestLog log;
    private final Clock clock;
    private final Faults faults = new Faults();
    private final Holds holds = new Holds();
    private final AppLocks locks = new AppLocks();
    private final ReentrantLock restarting = new ReentrantLock();
    private final ReentrantLock tableLock = new ReentrantLock();
    private final ObjectNumbers numbers = new ObjectNumbers();
    private final Map<Integer, SqlSession> sessions = new ConcurrentHashMap<>();
    private final Set<Integer> altering = ConcurrentHashMap.newKeySet();
    /** A scan may have come to its end since somebody looked. */
    private volatile boolean moving = true;

    private volatile boolean starting;
    private volatile boolean down;
    private final Set<Integer> traceFlags = new ConcurrentSkipListSet<>();

    public SqlServer(Instance instance, Accounts accounts, RequestLog log, Clock clock) {
        this.instance = new AtomicReference<>(Restart.since(instance));
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if the fault is not understood */
    public void setFault(String text) {
        faults.set(Fault.parse(text));
        change(i -> i.with(i.ekm().showing(faults.keySids())));
    }

    /** @return whether there was one of this text or name */
    public boolean clearFault(String text) {
        boolean cleared = faults.clear(text);
        change(i -> i.with(i.ekm().showing(faults.keySids())));
        return cleared;
    }

    /** Lets every held request go on. */
    public void release() {
        holds.release();
    }

    /** Requests that a fault holds now. */
    public int held() {
        return holds.waiting();
    }

    /** As it is now: scans that have come to their end have ended. */
    public Instance instance() {
        if (!moving) {
            return instance.get();
        }
        moving = false;
        Instance settled = instance.updateAndGet(i -> Scans.settled(i, now()));
        if (Scans.running(settled)) {
            moving = true;
        }
        return settled;
    }

    /**
     * Ends connections as a network would.
     *
     * @param program part of the program name of those that are meant; empty for all
     * @return how many
     */
    public int drop(String program) {
        List<SqlSession> meant = sessions.values().stream()
                .filter(s -> s.program().contains(program))
                .toList();
        meant.forEach(SqlSession::kill);
        return meant.size();
    }

    @Override
    public boolean recoversSessions() {
        return faults.isSet(Fault.Kind.ACK_RECOVERY);
    }

    public RequestLog log() {
        return log;
    }

    /**
     * As if the service had been stopped and started.
     *
     * @param dropConnections how every connection dies
     * @return whether it runs again; the fault {@code start-fails} leaves it stopped until the next attempt
     */
    public boolean restart(Runnable dropConnections) {
        restarting.lock();
        starting = true;
        try {
            Faults.Strike strike = faults.meet(StatementWord.RESTART);
            down = strike.has(Fault.Kind.START_FAILS);
            dropConnections.run();
            if (!down) {
                started(strike);
            }
            sessions.clear();
            locks.clear();
            traceFlags.clear();
        } finally {
            starting = false;
            restarting.unlock();
        }
        return !down;
    }

    /** Vaults are asked outside of any change of the state; what a dying session still changed is looked at again. */
    private void started(Faults.Strike strike) {
        Instance before;
        Instance after;
        do {
            before = instance.get();
            after = Restart.of(before, strike, now());
        } while (!instance.compareAndSet(before, after));
        moving = true;
    }

    @Override
    public boolean listening() {
        return !down;
    }

    /** As SHUTDOWN does it: every connection dies, and the server stays down until it is started. */
    public void stop() {
        down = true;
        sessions.values().forEach(SqlSession::kill);
        sessions.clear();
        locks.clear();
    }

    /** What the client of a session sent last. */
    String lastText(int spid) {
        return Optional.ofNullable(sessions.get(spid)).map(SqlSession::lastText).orElse("");
    }

    /** As KILL does it. */
    void end(int spid) {
        Optional.ofNullable(sessions.get(spid)).ifPresent(SqlSession::kill);
    }

    /** The trace flags that are set for all. */
    Set<Integer> traceFlags() {
        return traceFlags;
    }

    /** Other sessions that stand in a database. */
    List<SqlSession> inside(String database, int butFor) {
        return sessions.values().stream()
                .filter(s -> s.spid() != butFor && s.standsIn(database))
                .toList();
    }

    public void change(UnaryOperator<Instance> change) {
        instance.updateAndGet(change);
        moving = true;
    }

    Accounts accounts() {
        return accounts;
    }

    /** Somebody alters a database, or has done with it. */
    void altering(Database database, boolean now) {
        altering.remove(database.id());
        if (now) {
            altering.add(database.id());
        }
    }

    boolean altering(int database) {
        return altering.contains(database);
    }

    Faults faults() {
        return faults;
    }

    Holds holds() {
        return holds;
    }

    AppLocks locks() {
        return locks;
    }

    /** Held by a statement that changes tables which sessions share. */
    ReentrantLock tableLock() {
        return tableLock;
    }

    ObjectNumbers numbers() {
        return numbers;
    }

    /** Local time, as the server's clock shows it. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock).plusMinutes(faults.utcOffset());
    }

    /** Clients, those of the scenario too, and the engine's own session. */
    List<SessionFacts> sessions(Instance now) {
        Stream<SessionFacts> own = sessions.values().stream().map(s -> s.facts(now));
        return Stream.of(StandingSessions.of(now), own)
                .flatMap(all -> all)
                .sorted(Comparator.comparingInt(SessionFacts::spid))
                .toList();
    }

    void left(SqlSession session) {
        if (sessions.remove(session.spid(), session)) {
            endProviderSessions(session.spid());
        }
    }

    /** A client's sessions with providers end with its own. */
    void endProviderSessions(int spid) {
        change(i -> i.ekm().sessions().stream().noneMatch(p -> p.spid() == spid)
                ? i
                : i.with(i.ekm().without(spid)));
    }

    @Override
    public String serverName() {
        return instance().identity().serverName();
    }

    @Override
    public Version version() {
        ProductVersion version = instance().identity().version();
        return new Version(version.major(), version.minor(), version.build(), version.revision());
    }

    @Override
    public LoginReply login(LoginRequest request) {
        if (starting) {
            return new Admission.Out(List.of(Messages.error(18401, 1, request.user()))).reply();
        }
        Admission admission = new Admission(
                instance(), accounts, request, d -> !inside(d.name(), 0).isEmpty());
        return switch (admission.answer()) {
            case Admission.Out out -> out.reply();
            case Admission.In in ->
                new Accepted(
                        admit(request, in.login(), in.database().name()),
                        in.database().name());
        };
    }

    /** Who comes while the server starts waits until it has. */
    private SqlSession admit(LoginRequest request, Login login, String database) {
        restarting.lock();
        try {
            int spid = FIRST_SPID;
            Set<Integer> taken = StandingSessions.spids(instance());
            while (sessions.containsKey(spid) || taken.contains(spid)) {
                spid++;
            }
            SqlSession session = new SqlSession(this, request, login, database, spid);
            sessions.put(spid, session);
            return session;
        } finally {
            restarting.unlock();
        }
    }
}
