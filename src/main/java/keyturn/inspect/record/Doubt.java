package keyturn.inspect.record;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import org.jspecify.annotations.Nullable;

/** A point about SQL Server that no source settles and that a look at the right server does. */
public enum Doubt {
    /** What {@code sys.asymmetric_keys.sid} shows of a provider's key. */
    KEY_SID,
    /** Whether a RECOVERY_PENDING database has a row in {@code sys.dm_database_encryption_keys}. */
    PENDING_ROW,
    /** What {@code sys.dm_database_encryption_keys} shows of a database snapshot. */
    SNAPSHOT_ROW,
    /** What the view shows of a scan that trace flag 5004 has ended. */
    ENDED_SCAN;

    /** In the words of the list of doubts. */
    public Message point() {
        return Message.of("inspect.doubt." + slug());
    }

    /** What the server shows; empty where it has nothing to show it by. */
    public Optional<Message> answer(Recording recording) {
        return switch (this) {
            case KEY_SID -> keySid(recording).map(shown -> said(shown ? "shown" : "null"));
            case PENDING_ROW ->
                hasKeyRow(recording, row -> "RECOVERY_PENDING".equals(row.get("state_desc")))
                        .map(row -> said(row ? "row" : "none"));
            case SNAPSHOT_ROW ->
                hasKeyRow(recording, row -> row.get("source_database_id") != null)
                        .map(row -> said(row ? "row" : "none"));
            case ENDED_SCAN -> endedScan(recording).map(state -> Message.of("inspect.doubt.ended-scan.state", state));
        };
    }

    private Message said(String answer) {
        return Message.of("inspect.doubt." + slug() + "." + answer);
    }

    private String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A login is joined to its key by the sid that the key shows, or, only where it shows none, by its own. */
    private static Optional<Boolean> keySid(Recording recording) {
        List<Map<String, @Nullable Object>> logins = recording.rows("KEY_LOGINS");
        boolean shown = logins.stream().anyMatch(row -> row.get("key_name") != null);
        boolean hidden = logins.stream().anyMatch(row -> row.get("key_of_thumbprint") != null);
        return shown || hidden ? Optional.of(shown) : Optional.empty();
    }

    private static Optional<Boolean> hasKeyRow(Recording recording, Wanted wanted) {
        Set<Object> databases = recording.rows("DATABASES").stream()
                .filter(wanted::is)
                .map(row -> Objects.requireNonNull(row.get("database_id")))
                .collect(Collectors.toSet());
        return databases.isEmpty() || !recording.tables().containsKey("ENCRYPTION_KEYS")
                ? Optional.empty()
                : Optional.of(recording.rows("ENCRYPTION_KEYS").stream()
                        .anyMatch(row -> databases.contains(row.get("database_id"))));
    }

    private static Optional<String> endedScan(Recording recording) {
        boolean flag =
                recording.rows("TRACE_FLAG").stream().anyMatch(row -> "1".equals(String.valueOf(row.get("Global"))));
        return recording.rows("ENCRYPTION_KEYS").stream()
                .map(row -> row.get("encryption_scan_state_desc"))
                .filter(state -> flag && state != null)
                .map(String::valueOf)
                .filter(Set.of("ABORTED", "SUSPENDED")::contains)
                .findFirst();
    }

    /** Which databases are asked about. */
    private interface Wanted {
        boolean is(Map<String, @Nullable Object> row);
    }
}
