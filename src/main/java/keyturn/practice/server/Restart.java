package keyturn.practice.server;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.LoadedDll;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.Setting;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.Prevailing;

/**
 * The start of the server after a stop: settings come into force, the DLLs that the catalog names are loaded, each
 * encrypted database is opened through its provider or waits for recovery.
 */
final class Restart {

    private static final String SERVER = "Server";
    private static final String DONE =
            "Recovery is complete. This is an informational message only. No user action is required.";

    private final Instance before;
    private final Faults.Strike strike;
    private final LocalDateTime now;
    private final List<LogLine> lines = new ArrayList<>();

    private Restart(Instance before, Faults.Strike strike, LocalDateTime now) {
        this.before = before;
        this.strike = strike;
        this.now = now;
    }

    /** The server as it is after the start; its start time is always a later one. */
    static Instance of(Instance before, Faults.Strike strike, LocalDateTime now) {
        LocalDateTime least = before.identity().startedAt().plus(Duration.ofMillis(10));
        LocalDateTime at = now.isBefore(least) ? least : now;
        return Prevailing.call(before.identity().collation(), () -> new Restart(before, strike, at).started());
    }

    /** A server that is found running, with the ERRORLOG that its start had written. */
    static Instance since(Instance running) {
        Restart start =
                new Restart(running, Faults.Strike.NONE, running.identity().startedAt());
        start.opening();
        start.load(running);
        running.databases().forEach(d -> start.tell(running, d));
        start.log(DONE);
        Instance told = running.with(running.history().with(start.lines));
        return Scans.tempdbAfterStart(told, running.identity().startedAt());
    }

    private void tell(Instance running, Database database) {
        if (database.online()) {
            starting(database);
        } else if (database.state() == Database.State.RECOVERY_PENDING) {
            starting(database);
            new KeyUse(running, trip(running))
                    .refusal(database, true)
                    .ifPresentOrElse(this::log, () -> missing(database));
        }
    }

    /** A file that could not be opened: the one cause of waiting that has nothing to do with keys. */
    private void missing(Database database) {
        log("Error: 17204, Severity: 16, State: 1.");
        log("FCB::Open failed: Could not open file " + database.dataFile().path()
                + " for file number 1.  OS error: 2(The system cannot find the file specified.).");
    }

    private void opening() {
        log("SQL Server is starting. " + before.identity().serverName() + " is a practice range.");
        log(before.identity().folder() + "\\Log\\ERRORLOG is the file of this log.");
        log("The service account is '" + before.identity().serviceAccount()
                + "'. This is an informational message; no user action is required.");
    }

    private Instance started() {
        opening();
        Instance settled = before.with(before.identity().startedAt(now))
                .with(before.settings().changeAll(Setting::inForce))
                .with(before.surroundings().restarted());
        Instance loaded = settled.with(load(settled));
        VaultTrip trip = trip(loaded);
        Map<Integer, SqlError> refusals = new Openings(new KeyUse(loaded, trip)).refusals();
        Instance open = loaded.withDatabases(
                        loaded.databases().stream().map(d -> open(refusals, d)).toList())
                .with(loaded.ekm().with(trip.written(loaded.ekm().registry())));
        open.databases().forEach(this::scans);
        log(DONE);
        Instance begun = Scans.tempdbAfterStart(open, now);
        return begun.with(begun.history().restarted(lines));
    }

    /** A scan goes on by itself; one that was suspended stays so, and the log says it. */
    private void scans(Database database) {
        if (database.online()) {
            database.dek().map(dek -> dek.scan().stage()).ifPresent(stage -> {
                switch (stage) {
                    case RUNNING -> lines.addAll(Scans.told(33112, database, now));
                    case SUSPENDED -> lines.addAll(Scans.told(33114, database, now));
                    case NONE, ABORTED, COMPLETE -> {}
                }
            });
        }
    }

    private Ekm load(Instance instance) {
        List<LoadedDll> loaded = new ArrayList<>();
        boolean running = instance.settings().running(Setting.EKM);
        for (Provider provider : instance.ekm().providers()) {
            if (running && provider.enabled()) {
                load(instance, provider).ifPresent(loaded::add);
            }
        }
        return instance.ekm().loaded(loaded).sessions(List.of());
    }

    private Optional<LoadedDll> load(Instance instance, Provider provider) {
        DllLoad load = DllLoad.attempt(instance, provider.path(), strike.has(Fault.Kind.BAD_SIGNATURE), 0, now, SERVER);
        lines.addAll(load.lines());
        return load.file()
                .filter(f -> f.guid().equals(provider.guid()))
                .filter(f -> !instance.ekm().behaviour().versionMustMatch()
                        || f.version().equals(provider.version()))
                .map(f -> new LoadedDll(provider.id(), f));
    }

    private VaultTrip trip(Instance instance) {
        Ekm ekm = instance.ekm();
        return new VaultTrip(ekm.vault(), strike.vault(), ekm.patience(() -> false));
    }

    private Database open(Map<Integer, SqlError> refusals, Database database) {
        if (!Openings.tried(database)) {
            return database;
        }
        starting(database);
        Database closed = database.online() ? stopped(database) : database;
        Optional<SqlError> refusal = Optional.ofNullable(refusals.get(database.id()));
        if (refusal.isPresent()) {
            log(refusal.get());
            return closed.in(Database.State.RECOVERY_PENDING);
        }
        Database online = closed.in(Database.State.ONLINE);
        return online.dek().map(dek -> online.dek(Scans.reopened(dek, now))).orElse(online);
    }

    private Database stopped(Database database) {
        return database.dek().map(dek -> database.dek(Scans.closed(dek, now))).orElse(database);
    }

    private void starting(Database database) {
        log("Starting up database '" + database.name() + "'.");
    }

    private void log(SqlError error) {
        log(DllLoad.headline(error));
        log(error.text());
    }

    private void log(String text) {
        lines.add(new LogLine(now, SERVER, text));
    }
}
