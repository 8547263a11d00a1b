package keyturn.practice.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.server.state.DatabaseKey;
import keyturn.practice.server.state.DatabaseSettings;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Objects;
import keyturn.practice.server.state.Openness;
import keyturn.practice.server.state.Partners;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.views.Disk;
import keyturn.practice.server.views.Rights;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.ServerStatement;
import keyturn.practice.tsql.syntax.ServerStatement.FileSpec;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;
import org.jspecify.annotations.Nullable;

/** CREATE and DROP DATABASE, a new name, another collation. */
record DatabaseDefinitions(Turn turn) {

    private static final int DATA_PAGES = 1024;

    void create(ServerStatement.CreateDatabase create) {
        noTransaction("CREATE DATABASE");
        Database master = turn.instance().database(1).orElseThrow();
        boolean may = turn.scene().holds(master, "CREATE DATABASE")
                || turn.scene().rights().has("CREATE ANY DATABASE");
        if (!may) {
            throw Messages.error(262, 1, "CREATE DATABASE", "master");
        }
        create.collation().ifPresent(DatabaseDefinitions::demandCollation);
        if (turn.instance().database(create.name()).isPresent()) {
            throw Messages.error(1801, 3, create.name());
        }
        if (create.snapshotOf().isPresent()) {
            new SnapshotCreation(turn, create).run(create.snapshotOf().get());
            return;
        }
        if (create.attach()) {
            String path =
                    create.data().isEmpty() ? "" : create.data().getFirst().path();
            throw Messages.error(5120, 101, path, 2, "The system cannot find the file specified.");
        }
        List<DatabaseFile> files = files(create);
        try {
            files.forEach(file -> demandRoom(turn.instance(), file));
        } catch (SqlError e) {
            turn.error(e);
            throw Messages.error(1802, 4);
        }
        turn.change(i -> added(i, made(i, create, files)).logged(started(create.name())));
    }

    private static void demandCollation(String name) {
        if (Collation.named(name).isEmpty()) {
            throw Messages.error(448, 3, name);
        }
    }

    private List<DatabaseFile> files(ServerStatement.CreateDatabase create) {
        String folder = turn.instance().identity().folder() + "\\DATA\\";
        List<DatabaseFile> files = new ArrayList<>();
        List<FileSpec> data = create.data().isEmpty()
                ? List.of(new FileSpec(create.name(), folder + create.name() + ".mdf", 0))
                : create.data();
        List<FileSpec> logs = create.logs().isEmpty()
                ? List.of(new FileSpec(create.name() + "_log", folder + create.name() + "_log.ldf", 0))
                : create.logs();
        data.forEach(f -> files.add(file(files.size() + 1, f, folder, ".mdf", false)));
        logs.forEach(f -> files.add(file(files.size() + 1, f, folder, ".ldf", true)));
        return files;
    }

    private static DatabaseFile file(int id, FileSpec spec, String folder, String ending, boolean log) {
        String path = spec.path().isEmpty() ? folder + spec.name() + ending : spec.path();
        return new DatabaseFile(id, spec.name(), path, log, spec.pages() == 0 ? DATA_PAGES : spec.pages());
    }

    /** @throws SqlError 5170 where there is such a file, 5133 where there is no such folder */
    static void demandRoom(Instance instance, DatabaseFile file) {
        @Nullable Object[] look = Disk.of(instance).look(file.path());
        if (Integer.valueOf(1).equals(look[0])) {
            throw Messages.error(5170, 1, file.path());
        }
        if (Integer.valueOf(0).equals(look[2])) {
            throw Messages.error(5133, 1, file.path(), "2(The system cannot find the file specified.)");
        }
    }

    private Database made(Instance instance, ServerStatement.CreateDatabase create, List<DatabaseFile> files) {
        Database model = instance.database(3).orElseThrow();
        DatabaseSettings settings = model.settings().owner(turn.scene().login().sid());
        return new Database(
                free(instance),
                create.name(),
                Database.State.ONLINE,
                model.recovery(),
                turn.scene().now(),
                model.compatibility(),
                Optional.empty(),
                Optional.empty(),
                files,
                Partners.NONE,
                Openness.FULL,
                create.collation().map(settings::collation).orElse(settings),
                Objects.NONE);
    }

    /** The lowest number that no database has. */
    static int free(Instance instance) {
        return IntStream.iterate(5, i -> i + 1)
                .filter(i -> instance.database(i).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    static Instance added(Instance instance, Database database) {
        List<Database> now = new ArrayList<>(instance.databases());
        now.add(database);
        now.sort(Comparator.comparingInt(Database::id));
        return instance.withDatabases(now);
    }

    private List<LogLine> started(String name) {
        String source = "spid" + turn.scene().session().spid();
        return List.of(new LogLine(turn.scene().now(), source, "Starting up database '" + name + "'."));
    }

    private void noTransaction(String statement) {
        if (turn.state().transactions() > 0 || turn.state().options().implicit()) {
            throw Messages.error(226, 6, statement);
        }
    }

    void drop(ServerStatement.DropDatabase drop) {
        noTransaction("DROP DATABASE");
        SqlError last = null;
        for (String name : drop.names()) {
            try {
                drop(name, drop.ifExists());
            } catch (SqlError e) {
                if (last != null) {
                    turn.error(last);
                }
                last = e;
            }
        }
        if (last != null) {
            throw last;
        }
    }

    private void drop(String name, boolean ifExists) {
        Optional<Database> found = turn.instance().database(name);
        if (found.isEmpty() && ifExists) {
            return;
        }
        Database database =
                found.filter(this::mayAlter).orElseThrow(() -> Messages.error(3701, 1, "drop", "database", name));
        if (database.system()) {
            throw Messages.error(3708, 5, "drop", "database", name, "database");
        }
        if (database.partners().group().isPresent()) {
            throw Messages.error(3752, 1, name);
        }
        if (database.partners().mirror().isPresent()) {
            throw Messages.error(3743, 1, name);
        }
        if (used(database)) {
            throw Messages.error(3702, 3, name);
        }
        snapshotOf(database).ifPresent(snapshot -> {
            throw Messages.error(3709, 2, "drop", snapshot.name());
        });
        turn.change(i -> i.withDatabases(i.databases().stream()
                        .filter(d -> d.id() != database.id())
                        .toList())
                .with(i.security()
                        .databaseKeys(i.security().databaseKeys().stream()
                                .filter(k -> !Prevailing.server().same(k.database(), name))
                                .toList())
                        .with(i.security().access().withoutDatabase(database.id()))));
    }

    /** One that is still read from it. */
    private Optional<Database> snapshotOf(Database database) {
        return turn.instance().databases().stream()
                .filter(d -> d.settings().snapshotOf().equals(Optional.of(database.id())))
                .findFirst();
    }

    private boolean mayAlter(Database database) {
        return turn.scene().rights().has(Rights.ALTER_DATABASE)
                || turn.scene().holds(Securable.of(database), "CONTROL");
    }

    /** Any session stands in it, this one too. */
    private boolean used(Database database) {
        return !turn.server().inside(database.name(), 0).isEmpty();
    }

    void rename(ServerStatement.RenameDatabase rename) {
        altered(rename.database(), database -> {
            if (database.system()) {
                throw Messages.error(3708, 5, "alter", "database", database.name(), "database");
            }
            if (database.partners().any()) {
                throw Messages.error(1468, 1, database.name());
            }
            demandAlone(database);
            boolean taken = turn.instance()
                    .database(rename.name())
                    .filter(d -> d.id() != database.id())
                    .isPresent();
            if (taken) {
                throw Messages.error(1801, 1, rename.name());
            }
            turn.change(i -> renamed(i, database, rename.name()));
            if (Prevailing.server().same(turn.state().database(), database.name())) {
                turn.state().database(rename.name());
                turn.reply().database(rename.name(), database.name());
            }
            turn.info(5021, rename.name());
        });
    }

    private static Instance renamed(Instance instance, Database database, String name) {
        Instance now = instance.database(database.id())
                .map(d -> instance.with(d.named(name)))
                .orElse(instance);
        List<DatabaseKey> keys = now.security().databaseKeys().stream()
                .map(k -> Prevailing.server().same(k.database(), database.name()) ? new DatabaseKey(name, k.key()) : k)
                .toList();
        return now.with(now.security().databaseKeys(keys));
    }

    void collate(ServerStatement.CollateDatabase collate) {
        altered(collate.database(), database -> {
            demandCollation(collate.collation());
            demandAlone(database);
            turn.change(i -> i.database(database.id())
                    .map(d -> i.with(d.settings(d.settings().collation(collate.collation()))))
                    .orElse(i));
        });
    }

    private void demandAlone(Database database) {
        if (!turn.server()
                .inside(database.name(), turn.scene().session().spid())
                .isEmpty()) {
            throw Messages.error(5030, 2);
        }
    }

    private void altered(Optional<String> name, Consumer<Database> work) {
        try {
            noTransaction("ALTER DATABASE");
            String wanted = name.orElse(turn.state().database());
            Database database = turn.instance()
                    .database(wanted)
                    .filter(d -> mayAlter(d) || turn.scene().holds(d, "ALTER"))
                    .orElseThrow(() -> Messages.error(5011, 5, wanted));
            work.accept(database);
        } catch (SqlError e) {
            turn.error(e);
            throw Messages.error(5069, 1);
        }
    }
}
