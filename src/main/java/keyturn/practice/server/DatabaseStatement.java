package keyturn.practice.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.VaultDoor;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Statement;

/**
 * ALTER DATABASE ... SET OFFLINE, ONLINE and RECOVERY. ONLINE opens the database as a start does: what keeps its key
 * from being unwrapped is the error, and the database waits for recovery.
 */
record DatabaseStatement(Turn turn, Statement.AlterDatabase alter) {

    void run() {
        try {
            Database database = checked();
            switch (alter.option()) {
                case OFFLINE -> offline(database);
                case ONLINE -> online(database);
                case FULL, BULK_LOGGED, SIMPLE -> recovery(database);
            }
        } catch (SqlError e) {
            turn.error(e);
            throw Messages.error(5069, 1);
        }
    }

    private Database checked() {
        if (turn.state().transactions() > 0 || turn.state().options().implicit()) {
            throw Messages.error(226, 6, "ALTER DATABASE");
        }
        String name = alter.database().orElse(turn.state().database());
        Optional<Database> database = turn.instance().database(name);
        if (database.isEmpty() || !turn.scene().rights().has("ALTER ANY DATABASE")) {
            throw Messages.error(5011, 5, name);
        }
        return database.get();
    }

    private boolean mayNot(Database database) {
        boolean recovery = alter.option().recovery();
        return recovery ? database.id() == 2 : database.system();
    }

    private void demand(Database database) {
        if (mayNot(database)) {
            throw Messages.error(5058, 5, alter.option().name(), database.name());
        }
        boolean shared = database.partners().any() && alter.option() != Statement.DatabaseOption.ONLINE;
        if (shared) {
            throw Messages.error(1468, 1, database.name());
        }
    }

    private void offline(Database database) {
        demand(database);
        clear(database);
        turn.change(i -> i.with(current(i.database(database.id()), database).in(Database.State.OFFLINE))
                .logged(line("Setting database option OFFLINE to ON for database '" + database.name() + "'.")));
    }

    /** Waits for others to leave, ends them, or gives up, as the statement says. */
    private void clear(Database database) {
        List<SqlSession> others = others(database);
        if (others.isEmpty()) {
            return;
        }
        switch (alter.termination()) {
            case NO_WAIT -> throw Messages.error(5061, 1, database.name());
            case ROLLBACK -> {
                others.forEach(SqlSession::kill);
                awaitLeaving(database);
                turn.info(5060, 100);
            }
            case WAIT -> awaitLeaving(database);
        }
    }

    private void awaitLeaving(Database database) {
        while (!others(database).isEmpty() && !turn.cancel().requested()) {
            turn.server().holds().pause(Duration.ofMillis(20), turn.cancel()::requested);
        }
    }

    private List<SqlSession> others(Database database) {
        return turn.server().inside(database.name(), turn.scene().session().spid());
    }

    private void online(Database database) {
        demand(database);
        if (database.online()) {
            return;
        }
        Optional<SqlError> refusal =
                VaultDoor.refusal(turn.instance(), database, true, turn.strike().code());
        Database.State state = refusal.isPresent() ? Database.State.RECOVERY_PENDING : Database.State.ONLINE;
        turn.change(i -> {
            Database then = current(i.database(database.id()), database).in(state);
            Database opened = refusal.isPresent()
                    ? then
                    : then.dek()
                            .map(d -> then.dek(d.opened(turn.scene().now())))
                            .orElse(then);
            return i.with(opened).logged(line("Starting up database '" + database.name() + "'."));
        });
        refusal.ifPresent(e -> {
            turn.change(i -> i.logged(line(DllLoad.headline(e))).logged(line(e.text())));
            turn.error(e);
            throw Messages.error(5181, 5, database.name());
        });
    }

    private void recovery(Database database) {
        demand(database);
        if (!database.online()) {
            throw Messages.error(5011, 7, database.name());
        }
        Database.Recovery model = Database.Recovery.valueOf(alter.option().name());
        turn.change(i -> i.with(current(i.database(database.id()), database).recovery(model))
                .logged(line(
                        "Setting database option RECOVERY to " + model + " for database '" + database.name() + "'.")));
    }

    private static Database current(Optional<Database> now, Database before) {
        return now.orElse(before);
    }

    private List<LogLine> line(String text) {
        return List.of(
                new LogLine(turn.scene().now(), "spid" + turn.scene().session().spid(), text));
    }
}
