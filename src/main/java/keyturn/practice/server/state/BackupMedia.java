package keyturn.practice.server.state;

import java.util.List;
import java.util.Optional;

/**
 * What lies on the media of a backup.
 *
 * @param position of the set on its media, from 1
 * @param present it was not overwritten
 * @param devices all that hold a part of it, or a mirror; empty: the one that the backup names
 * @param families how many parts there are
 * @param content the database as it was; empty for one of before the range began
 */
public record BackupMedia(
        int position,
        boolean present,
        List<String> devices,
        int families,
        boolean checksums,
        boolean compressed,
        Optional<String> description,
        Optional<Content> content) {

    /** Alone in its file, from before the range began. */
    public static final BackupMedia OLD =
            new BackupMedia(1, true, List.of(), 1, false, false, Optional.empty(), Optional.empty());

    /** A database with its users and their permissions. */
    public record Content(Database database, Access access) {}

    public BackupMedia {
        devices = List.copyOf(devices);
    }

    public BackupMedia overwritten() {
        return new BackupMedia(position, false, devices, families, checksums, compressed, description, content);
    }
}
