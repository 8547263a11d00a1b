package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.Rights;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.DatabaseOption;
import keyturn.practice.tsql.syntax.ServerStatement.DatabaseSetting;
import keyturn.practice.tsql.syntax.ServerStatement.SetDatabase;
import keyturn.practice.tsql.syntax.Statement;

/** ALTER DATABASE ... SET of options that are ON or OFF, one of a few words, or a number; several in one statement. */
record DatabaseSettingsStatement(Turn turn, SetDatabase set) {

    /** What the system's databases do not let be set. */
    private static final Set<String> NOT_OF_SYSTEM =
            Set.of("AUTO_CLOSE", "EMERGENCY", "HADR", "READ_COMMITTED_SNAPSHOT", "CHANGE_TRACKING", "CONTAINMENT");

    private static final int LOWEST_LEVEL = 100;

    void run() {
        for (DatabaseSetting setting : set.settings()) {
            if (setting.option().isPresent()) {
                DatabaseOption option = setting.option().get();
                new DatabaseStatement(
                                turn,
                                new Statement.AlterDatabase(set.line(), set.database(), option, set.termination()))
                        .run();
            } else {
                apply(setting);
            }
        }
    }

    private void apply(DatabaseSetting setting) {
        try {
            Database database = checked();
            demand(database, setting);
            change(database, setting);
        } catch (SqlError e) {
            turn.error(e);
            throw Messages.error(5069, 1);
        }
    }

    private Database checked() {
        if (turn.state().transactions() > 0 || turn.state().options().implicit()) {
            throw Messages.error(226, 6, "ALTER DATABASE");
        }
        String name = set.database().orElse(turn.state().database());
        return turn.instance()
                .database(name)
                .filter(d -> turn.scene().rights().has(Rights.ALTER_DATABASE)
                        || turn.scene().holds(d, "ALTER"))
                .orElseThrow(() -> Messages.error(5011, 5, name));
    }

    private void demand(Database database, DatabaseSetting setting) {
        String name = setting.name();
        if (database.system() && NOT_OF_SYSTEM.contains(name)) {
            throw Messages.error(5058, 5, name, database.name());
        }
        boolean opens = name.equals("EMERGENCY");
        if (database.state() == Database.State.RESTORING) {
            throw Messages.error(5052, 1, "ALTER DATABASE", "Restoring");
        }
        if (opens && !turn.scene().rights().sysadmin()) {
            throw Messages.error(5011, 7, database.name());
        }
        if (!opens && !name.equals("HADR") && !database.online()) {
            throw Messages.error(5011, 7, database.name());
        }
        if (opens && database.partners().any()) {
            throw Messages.error(1468, 1, database.name());
        }
    }

    private void change(Database database, DatabaseSetting setting) {
        switch (setting.name()) {
            case "COMPATIBILITY_LEVEL" -> compatibility(database, setting);
            case "EMERGENCY" -> told(database, setting, d -> d.in(Database.State.EMERGENCY));
            case "PAGE_VERIFY" ->
                told(database, setting, d -> d.settings(d.settings().pageVerify(setting.value())));
            case "TORN_PAGE_DETECTION" ->
                told(
                        database,
                        setting,
                        d -> d.settings(d.settings()
                                .pageVerify(setting.value().equals("ON") ? "TORN_PAGE_DETECTION" : "NONE")));
            case "ENABLE_BROKER", "NEW_BROKER", "ERROR_BROKER_CONVERSATIONS", "DISABLE_BROKER" ->
                told(
                        database,
                        setting,
                        d -> d.settings(d.settings()
                                .with("ENABLE_BROKER", !setting.name().equals("DISABLE_BROKER"))));
            case "HADR" -> new GroupStatement(turn).ofDatabase(database, setting);
            case "READ_COMMITTED_SNAPSHOT" -> {
                Statement.AlterDatabase like = new Statement.AlterDatabase(
                        set.line(), set.database(), DatabaseOption.SINGLE_USER, set.termination());
                new OtherUsers(turn, like, database).clear(s -> true);
                flag(database, setting);
            }
            default -> flag(database, setting);
        }
    }

    /** A word in place of ON stands for itself: {@code DELAYED_DURABILITY=FORCED}. */
    private void flag(Database database, DatabaseSetting setting) {
        boolean plain = setting.value().equals("ON") || setting.value().equals("OFF");
        told(
                database,
                setting,
                d -> plain
                        ? d.settings(d.settings()
                                .with(setting.name(), setting.value().equals("ON")))
                        : d.settings(d.settings().worded(setting.name(), setting.value())));
    }

    private void compatibility(Database database, DatabaseSetting setting) {
        int newest = turn.scene().version().major() * 10;
        List<Integer> levels = IntStream.iterate(LOWEST_LEVEL, i -> i <= newest, i -> i + 10)
                .boxed()
                .toList();
        Optional<Integer> level = levels.stream()
                .filter(l -> String.valueOf(l).equals(setting.value()))
                .findFirst();
        if (level.isEmpty()) {
            String all = levels.subList(0, levels.size() - 1).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            throw new SqlError(
                    15048,
                    16,
                    1,
                    0,
                    "Valid values of the database compatibility level are " + all + ", or " + newest + ".");
        }
        told(database, setting, d -> d.compatibility(level.get()));
    }

    private void told(Database database, DatabaseSetting setting, UnaryOperator<Database> change) {
        String text = "Setting database option " + setting.name() + " to " + setting.value() + " for database '"
                + database.name() + "'.";
        LogLine line =
                new LogLine(turn.scene().now(), "spid" + turn.scene().session().spid(), text);
        turn.change(i ->
                i.with(change.apply(i.database(database.id()).orElse(database))).logged(List.of(line)));
    }
}
