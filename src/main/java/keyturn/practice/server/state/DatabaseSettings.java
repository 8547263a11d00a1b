package keyturn.practice.server.state;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Collation;

/**
 * What ALTER DATABASE sets and what says little about keys.
 *
 * @param owner sid of the login that owns the database
 * @param pageVerify CHECKSUM, TORN_PAGE_DETECTION or NONE
 * @param on the options that are ON, in upper case
 */
public record DatabaseSettings(Bytes owner, String collation, String pageVerify, Set<String> on) {

    /** With the id of a database behind it: what a snapshot is of. */
    public static final String SNAPSHOT_OF = "SNAPSHOT_OF";

    /** The sid of sa. */
    public static final Bytes SA = Bytes.of((byte) 1);

    /** As a new database has them. */
    public static final DatabaseSettings USUAL = new DatabaseSettings(
            SA, Collation.DEFAULT.name(), "CHECKSUM", Set.of("AUTO_CREATE_STATISTICS", "AUTO_UPDATE_STATISTICS"));

    public DatabaseSettings {
        on = Set.copyOf(on);
    }

    public boolean on(String option) {
        return on.contains(option);
    }

    /** The id of the database that it is a snapshot of. */
    public Optional<Integer> snapshotOf() {
        return on.stream()
                .filter(o -> o.startsWith(SNAPSHOT_OF + " "))
                .map(o -> Integer.valueOf(o.substring(SNAPSHOT_OF.length() + 1)))
                .findFirst();
    }

    public DatabaseSettings owner(Bytes now) {
        return new DatabaseSettings(now, collation, pageVerify, on);
    }

    public DatabaseSettings collation(String now) {
        return new DatabaseSettings(owner, now, pageVerify, on);
    }

    public DatabaseSettings pageVerify(String now) {
        return new DatabaseSettings(owner, collation, now, on);
    }

    /** With one word of several chosen: {@code DELAYED_DURABILITY FORCED}. */
    public DatabaseSettings worded(String option, String word) {
        Set<String> now = new HashSet<>(on);
        now.removeIf(o -> o.startsWith(option + " "));
        now.add(option + " " + word);
        return new DatabaseSettings(owner, collation, pageVerify, now);
    }

    public DatabaseSettings with(String option, boolean set) {
        Set<String> now = new HashSet<>(on);
        if (set) {
            now.add(option);
        } else {
            now.remove(option);
        }
        return new DatabaseSettings(owner, collation, pageVerify, now);
    }
}
