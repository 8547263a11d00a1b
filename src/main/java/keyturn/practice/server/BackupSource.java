package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.BackupMedia;
import keyturn.practice.server.state.BackupRecord;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.Disk;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.ServerStatement.Device;
import keyturn.practice.tsql.syntax.ServerStatement.Restore;
import keyturn.practice.tsql.syntax.ServerStatement.RestoreOption;
import keyturn.practice.tsql.types.SqlType;

/** Where RESTORE reads: the files that it names and the sets on them. */
record BackupSource(Turn turn, Restore restore) {

    private static final String NO_FILE = "2(The system cannot find the file specified.)";

    /** The path of the first device. */
    String path() {
        return path(restore.devices().getFirst());
    }

    private String path(Device device) {
        String name = turn.text(device.name());
        return switch (device.kind()) {
            case LOGICAL -> throw Messages.error(3206, 1, name);
            case URL -> throw Messages.error(3201, 2, name, "50(The request is not supported.)");
            case TAPE, VIRTUAL_DEVICE, DATABASE_SNAPSHOT -> throw Messages.error(3201, 2, name, NO_FILE);
            case DISK ->
                name.indexOf('\\') < 0 && !name.equalsIgnoreCase("NUL")
                        ? turn.instance().identity().folder() + "\\Backup\\" + name
                        : name;
        };
    }

    /** All sets on the first file. */
    List<BackupRecord> sets() {
        String path = path();
        if (path.equalsIgnoreCase("NUL")) {
            throw Messages.error(3203, 1, path, "38(Reached the end of the file.)");
        }
        List<BackupRecord> sets = turn.instance().history().on(path);
        if (sets.isEmpty()) {
            boolean there = Integer.valueOf(1).equals(Disk.of(turn.instance()).look(path)[0]);
            throw there ? Messages.error(3241, 0, path) : Messages.error(3201, 2, path, NO_FILE);
        }
        return sets;
    }

    /** The set that FILE names, else the first; all its parts must be there. */
    BackupRecord set() {
        List<BackupRecord> sets = sets();
        int position = option("FILE")
                .flatMap(RestoreOption::value)
                .map(v -> turn.value(v, SqlType.INT) instanceof Integer number ? number : 0)
                .orElse(1);
        if (position < 1 || position > sets.size()) {
            throw Messages.error(3250, 1, position, "FILE");
        }
        BackupRecord set = sets.get(position - 1);
        long given = restore.devices().stream()
                .map(this::path)
                .filter(set::on)
                .distinct()
                .count();
        if (given < set.media().families()) {
            throw Messages.error(3132, 1, set.media().families(), given);
        }
        if (given < restore.devices().size()) {
            String strange = restore.devices().stream()
                    .map(this::path)
                    .filter(p -> !set.on(p))
                    .findFirst()
                    .orElse("");
            throw Messages.error(3201, 2, strange, NO_FILE);
        }
        return set;
    }

    Optional<RestoreOption> option(String word) {
        return restore.options().stream().filter(o -> o.word().equals(word)).findFirst();
    }

    /** The database that a set holds; one of before the range began holds what the database is now. */
    BackupMedia.Content content(BackupRecord set) {
        return set.media()
                .content()
                .or(() -> turn.instance()
                        .database(set.database())
                        .map(d -> new BackupMedia.Content(
                                d, turn.instance().security().access().ofDatabase(d.id()))))
                .orElseThrow(() -> Messages.error(3241, 0, path()));
    }

    /** @throws SqlError 33111 and its like where a key of the set, or of the database in it, cannot be used here */
    void demandKeys(BackupRecord set, Database database) {
        set.encryptor().ifPresent(thumbprint -> {
            boolean known = turn.instance().security().key(thumbprint).isPresent()
                    || turn.instance().security().certificates().stream()
                            .anyMatch(c -> c.thumbprint().equals(thumbprint));
            if (!known) {
                throw Messages.error(33111, 3, "asymmetric key", thumbprint);
            }
        });
        KeyUse.of(turn).prove(database, true);
    }
}
