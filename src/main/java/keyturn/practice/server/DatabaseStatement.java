package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Openness;
import keyturn.practice.server.views.Rights;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.DatabaseOption;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.Prevailing;

/**
 * ALTER DATABASE ... SET: state, access, recovery model. ONLINE opens the database as a start does: what keeps its key
 * from being unwrapped is the error, and the database waits for recovery.
 */
record DatabaseStatement(Turn turn, Statement.AlterDatabase alter) {

    void run() {
        try {
            Database database = checked();
            demand(database);
            turn.server().altering(database, true);
            try {
                perform(database);
            } finally {
                turn.server().altering(database, false);
            }
        } catch (SqlError e) {
            turn.error(e);
            throw Messages.error(5069, 1);
        }
    }

    private void perform(Database database) {
        switch (alter.option()) {
            case OFFLINE -> offline(database);
            case ONLINE -> online(database);
            case READ_ONLY -> open(database, database.openness().readOnly(true));
            case READ_WRITE -> open(database, database.openness().readOnly(false));
            case MULTI_USER -> open(database, database.openness().to(Openness.Access.MULTI_USER));
            case SINGLE_USER -> open(database, database.openness().to(Openness.Access.SINGLE_USER));
            case RESTRICTED_USER -> open(database, database.openness().to(Openness.Access.RESTRICTED_USER));
            case FULL, BULK_LOGGED, SIMPLE -> recovery(database);
            case ENCRYPTION_ON, ENCRYPTION_OFF, ENCRYPTION_SUSPEND, ENCRYPTION_RESUME ->
                new EncryptionStatement(turn, alter.option(), database).run();
        }
    }

    private Database checked() {
        if (turn.state().transactions() > 0 || turn.state().options().implicit()) {
            throw Messages.error(226, 6, "ALTER DATABASE");
        }
        String name = alter.database().orElse(turn.state().database());
        Optional<Database> database = turn.instance().database(name);
        if (database.isEmpty() || !turn.scene().holds(database.get(), "ALTER")) {
            throw Messages.error(5011, 5, name);
        }
        return database.get();
    }

    private boolean mayNot(Database database) {
        boolean system = alter.option().recovery() ? database.id() == 2 : database.system();
        return system && !alter.option().encryption();
    }

    private void demand(Database database) {
        DatabaseOption option = alter.option();
        if (mayNot(database)) {
            throw Messages.error(5058, 5, option.name(), database.name());
        }
        if (database.partners().any() && option != DatabaseOption.ONLINE && !option.encryption()) {
            throw Messages.error(1468, 1, database.name());
        }
        if (database.state() == Database.State.RESTORING && option != DatabaseOption.OFFLINE) {
            throw Messages.error(5052, 1, "ALTER DATABASE", "Restoring");
        }
        boolean state = option == DatabaseOption.OFFLINE || option == DatabaseOption.ONLINE;
        if (!state && !database.online()) {
            throw Messages.error(5011, 7, database.name());
        }
    }

    private void offline(Database database) {
        new OtherUsers(turn, alter, database).clear(s -> true);
        String name = database.name();
        turn.change(i -> {
            Database open = current(i.database(database.id()), database);
            Database closed = open.dek()
                    .map(d -> open.dek(Scans.closed(d, turn.scene().now())))
                    .orElse(open);
            return i.with(closed.in(Database.State.OFFLINE))
                    .logged(line("Setting database option OFFLINE to ON for database '" + name + "'."));
        });
        if (Prevailing.server().same(turn.state().database(), name)) {
            turn.state().database("master");
            turn.reply().database("master", name);
        }
    }

    private void online(Database database) {
        if (database.online()) {
            return;
        }
        KeyUse use = KeyUse.of(turn);
        Optional<SqlError> refusal = use.refusal(database, true);
        Database.State state = refusal.isPresent() ? Database.State.RECOVERY_PENDING : Database.State.ONLINE;
        turn.change(i -> {
            Database then = current(i.database(database.id()), database).in(state);
            Database opened = refusal.isPresent()
                    ? then
                    : then.dek()
                            .map(d -> then.dek(Scans.reopened(d, turn.scene().now())))
                            .orElse(then);
            return i.with(opened)
                    .with(i.ekm().with(use.trip().written(i.ekm().registry())))
                    .logged(line("Starting up database '" + database.name() + "'."));
        });
        refusal.ifPresent(e -> {
            turn.change(i -> i.logged(line(DllLoad.headline(e))).logged(line(e.text())));
            turn.error(e);
            throw Messages.error(5181, 5, database.name());
        });
    }

    /** Lets in others than before, or for something else. */
    private void open(Database database, Openness now) {
        OtherUsers others = new OtherUsers(turn, alter, database);
        others.demandNoSingleUser();
        if (now.equals(database.openness())) {
            return;
        }
        switch (now.access()) {
            case MULTI_USER -> {
                if (now.readOnly() != database.openness().readOnly()) {
                    others.clear(s -> true);
                }
            }
            case SINGLE_USER -> others.clear(s -> true);
            case RESTRICTED_USER ->
                others.clear(s -> !Rights.of(turn.instance(), s.login()).has(Rights.ALTER_DATABASE));
        }
        set(database, d -> d.openness(now), alter.option().name() + " to ON");
    }

    private void recovery(Database database) {
        Database.Recovery model = Database.Recovery.valueOf(alter.option().name());
        set(database, d -> d.recovery(model), "RECOVERY to " + model);
    }

    private void set(Database database, UnaryOperator<Database> change, String told) {
        turn.change(i -> i.with(change.apply(current(i.database(database.id()), database)))
                .logged(line("Setting database option " + told + " for database '" + database.name() + "'.")));
    }

    private static Database current(Optional<Database> now, Database before) {
        return now.orElse(before);
    }

    private List<LogLine> line(String text) {
        return List.of(
                new LogLine(turn.scene().now(), "spid" + turn.scene().session().spid(), text));
    }
}
