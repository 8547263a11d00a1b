package keyturn.practice.server;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.LoadedDll;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.Setting;
import keyturn.practice.server.views.VaultDoor;
import keyturn.practice.tsql.SqlError;

/**
 * The start of the server after a stop: settings come into force, the DLLs that the catalog names are loaded, each
 * encrypted database is opened through its provider or waits for recovery.
 */
final class Restart {

    private static final String SERVER = "Server";

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
        return new Restart(before, strike, now.isBefore(least) ? least : now).started();
    }

    private Instance started() {
        log("SQL Server is starting. " + before.identity().serverName() + " is a practice range.");
        Instance settled = before.with(before.identity().startedAt(now))
                .with(before.settings().changeAll(Setting::inForce));
        Instance loaded = settled.with(load(settled));
        Instance open = loaded.withDatabases(
                loaded.databases().stream().map(d -> open(loaded, d)).toList());
        log("Recovery is complete. This is an informational message only. No user action is required.");
        return open.with(open.history().restarted(lines));
    }

    private Ekm load(Instance instance) {
        List<LoadedDll> loaded = new ArrayList<>();
        boolean running = instance.settings().running(Setting.EKM);
        for (Provider provider : instance.ekm().providers()) {
            if (running && provider.enabled()) {
                load(instance, provider).ifPresent(loaded::add);
            }
        }
        return instance.ekm().loaded(loaded);
    }

    private Optional<LoadedDll> load(Instance instance, Provider provider) {
        DllLoad load = DllLoad.attempt(instance, provider.path(), strike.has(Fault.Kind.BAD_SIGNATURE), 0, now, SERVER);
        lines.addAll(load.lines());
        return load.file()
                .filter(f -> f.guid().equals(provider.guid()))
                .map(f -> new LoadedDll(provider.id(), f.path(), f.version()));
    }

    private Database open(Instance instance, Database database) {
        boolean tried = database.online() || database.state() == Database.State.RECOVERY_PENDING;
        if (!tried) {
            return database;
        }
        log("Starting up database '" + database.name() + "'.");
        Optional<SqlError> refusal = VaultDoor.refusal(instance, database, true, strike.code());
        if (refusal.isPresent()) {
            log(DllLoad.headline(refusal.get()));
            log(refusal.get().text());
            return database.in(Database.State.RECOVERY_PENDING);
        }
        Database online = database.in(Database.State.ONLINE);
        return database.dek().map(dek -> online.dek(dek.opened(now))).orElse(online);
    }

    private void log(String text) {
        lines.add(new LogLine(now, SERVER, text));
    }
}
