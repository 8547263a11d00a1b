package keyturn.run.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;

/**
 * What a check of a backup found.
 *
 * @param about the key, or the file where none is known
 * @param takenAt empty where no manifest says it
 * @param found what was found, the worst first
 */
public record CheckedBackup(String about, Optional<Instant> takenAt, Standing standing, List<Message> found) {

    /** How a backup stands; the worst last. None of them says that it restores: only a vault can tell. */
    public enum Standing {
        /** As it was written; and, where the vault was looked at, of the key as it is there now. */
        INTACT,
        /** As it was written, and a newer backup of the same key is in the folder. */
        REPLACED,
        /** It cannot be told whether the manifest is as it was written, or whether the key is still that one. */
        UNKNOWN,
        /** As it was written, and the key has been changed since: it is due again. */
        OUTDATED,
        /** Damaged, edited, missing, or of another key. */
        WRONG
    }

    public CheckedBackup {
        found = List.copyOf(found);
    }

    CheckedBackup and(Standing other, Message more) {
        boolean worse = other.compareTo(standing) > 0;
        List<Message> all = worse
                ? Stream.concat(Stream.of(more), found.stream()).toList()
                : Stream.concat(found.stream(), Stream.of(more)).toList();
        return new CheckedBackup(about, takenAt, worse ? other : standing, all);
    }
}
