package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.server.state.DatabaseSettings;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Objects;
import keyturn.practice.server.state.Openness;
import keyturn.practice.server.state.Partners;
import keyturn.practice.server.views.Entrance;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.ServerStatement;
import keyturn.practice.tsql.syntax.ServerStatement.FileSpec;

/**
 * CREATE DATABASE … AS SNAPSHOT OF. The snapshot is opened as it is made, which unwraps the key of an encrypted database: what stands in
 * the way of that is the error, and nothing is left (document: KB 5023236).
 */
record SnapshotCreation(Turn turn, ServerStatement.CreateDatabase create) {

    void run(String name) {
        Database source = Entrance.open(turn.scene(), name);
        if (source.system()) {
            throw Messages.error(1816, 1, name);
        }
        if (source.settings().snapshotOf().isPresent()) {
            throw Messages.error(1821, 1);
        }
        boolean owns = source.settings().owner().equals(turn.scene().login().sid());
        if (!owns && !turn.scene().rights().sysadmin()) {
            throw Messages.error(1817, 1, name);
        }
        if (!create.logs().isEmpty()) {
            throw Messages.error(1815, 1, "LOG ON");
        }
        demandFiles(source);
        List<DatabaseFile> files = files(source);
        try {
            files.stream()
                    .filter(file -> !source.files().contains(file))
                    .forEach(file -> DatabaseDefinitions.demandRoom(turn.instance(), file));
        } catch (SqlError e) {
            turn.error(e);
            throw Messages.error(1802, 4);
        }
        KeyUse.of(turn).refusal(source, false).ifPresent(this::refuse);
        turn.change(i -> DatabaseDefinitions.added(i, made(DatabaseDefinitions.free(i), source, files)));
    }

    /** Each file of rows by its name, and no other. */
    private void demandFiles(Database source) {
        Set<String> given = create.data().stream().map(FileSpec::name).collect(Collectors.toSet());
        for (DatabaseFile file : source.files()) {
            if (file.kind() == DatabaseFile.Kind.ROWS && !given.remove(file.name())) {
                throw Messages.error(5127, 1, file.name());
            }
        }
        for (String other : given) {
            throw Messages.error(5014, 3, "file", other, source.name());
        }
    }

    private List<DatabaseFile> files(Database source) {
        List<DatabaseFile> files = new ArrayList<>();
        for (DatabaseFile file : source.files()) {
            Optional<FileSpec> sparse = create.data().stream()
                    .filter(given -> given.name().equals(file.name()))
                    .findFirst();
            files.add(sparse.map(given -> new DatabaseFile(
                            file.id(), file.name(), given.path(), file.kind(), file.readOnly(), file.pages()))
                    .orElse(file));
        }
        return files;
    }

    private void refuse(SqlError refusal) {
        turn.error(refusal);
        throw Messages.error(1823, 2);
    }

    private Database made(int id, Database source, List<DatabaseFile> files) {
        DatabaseSettings settings = source.settings()
                .owner(turn.scene().login().sid())
                .worded(DatabaseSettings.SNAPSHOT_OF, String.valueOf(source.id()));
        return new Database(
                id,
                create.name(),
                Database.State.ONLINE,
                source.recovery(),
                turn.scene().now(),
                source.compatibility(),
                source.dek(),
                Optional.empty(),
                files,
                Partners.NONE,
                Openness.FULL.readOnly(true),
                settings,
                Objects.NONE);
    }
}
