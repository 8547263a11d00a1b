package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.Disk;
import keyturn.practice.tsql.syntax.ServerStatement.Restore;
import keyturn.practice.tsql.syntax.ServerStatement.RestoreOption;
import keyturn.practice.tsql.types.Prevailing;

/** Where the files of a restored database go: where they were, or where MOVE sends them. */
record RestoredFiles(Turn turn, Restore restore) {

    /** Each file that cannot be put there is told of; then the restore ends. */
    List<DatabaseFile> of(String name, Database content) {
        demandMoved(content);
        List<DatabaseFile> files = new ArrayList<>();
        boolean fits = true;
        for (DatabaseFile file : content.files()) {
            DatabaseFile placed = placed(file);
            fits &= fits(name, placed);
            files.add(placed);
        }
        if (!fits) {
            throw Messages.error(3119, 1);
        }
        return files;
    }

    private void demandMoved(Database content) {
        for (RestoreOption move : moves()) {
            String logical = move.value().map(turn::text).orElse("");
            if (content.files().stream().noneMatch(f -> Prevailing.server().same(f.name(), logical))) {
                throw Messages.error(3234, 2, logical, content.name());
            }
        }
    }

    private List<RestoreOption> moves() {
        return restore.options().stream().filter(o -> o.word().equals("MOVE")).toList();
    }

    private DatabaseFile placed(DatabaseFile file) {
        Optional<String> to = moves().stream()
                .filter(m -> m.value()
                        .map(turn::text)
                        .filter(n -> Prevailing.server().same(file.name(), n))
                        .isPresent())
                .findFirst()
                .flatMap(RestoreOption::to)
                .map(turn::text);
        return to.map(path ->
                        new DatabaseFile(file.id(), file.name(), path, file.kind(), file.readOnly(), file.pages()))
                .orElse(file);
    }

    private boolean fits(String name, DatabaseFile file) {
        Optional<Database> owner = turn.instance().databases().stream()
                .filter(d -> !Prevailing.server().same(d.name(), name))
                .filter(d -> d.files().stream().anyMatch(f -> f.path().equalsIgnoreCase(file.path())))
                .findFirst();
        boolean folder = Integer.valueOf(1).equals(Disk.of(turn.instance()).look(file.path())[2]);
        if (owner.isEmpty() && folder) {
            return true;
        }
        if (owner.isPresent()) {
            turn.error(Messages.error(1834, 1, file.path(), owner.get().name()));
        } else {
            turn.error(Messages.error(5133, 1, file.path(), "3(The system cannot find the path specified.)"));
        }
        turn.error(Messages.error(3156, 4, file.name(), file.path()));
        return false;
    }
}
