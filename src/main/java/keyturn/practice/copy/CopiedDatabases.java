package keyturn.practice.copy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The databases of users, with sizes, last backups and what protects their keys. */
final class CopiedDatabases {

    private static final Set<String> SYSTEM = Set.of("master", "tempdb", "model", "msdb");
    private static final Set<String> STATES = Set.of("ONLINE", "OFFLINE", "RESTORING", "RECOVERY_PENDING");
    private static final Set<String> RECOVERY = Set.of("FULL", "BULK_LOGGED", "SIMPLE");
    private static final Map<String, String> BACKUPS =
            Map.of("FULL", "lastFullBefore", "DIFFERENTIAL", "lastDiffBefore", "LOG", "lastLogBefore");
    private static final int MOST_MEGABYTES = 1_000_000;
    private static final int ENCRYPTED = 3;

    private final Seen root;
    private final OffsetDateTime takenAt;
    private final CopiedKeys keys;
    private final Map<String, Seen> sizes = new HashMap<>();
    private final Map<String, Map<String, String>> backups = new HashMap<>();

    CopiedDatabases(Seen root, OffsetDateTime takenAt, CopiedKeys keys) {
        this.root = root;
        this.takenAt = takenAt;
        this.keys = keys;
        root.list("sizes").forEach(size -> size.text("database").ifPresent(name -> sizes.put(name, size)));
        root.list("backups").forEach(this::backup);
    }

    void write(ObjectNode scenario) {
        ArrayNode databases = scenario.putArray("databases");
        root.list("databases")
                .forEach(one -> one.text("name")
                        .filter(name -> !SYSTEM.contains(name.toLowerCase(Locale.ROOT)))
                        .ifPresent(name -> database(name, one, databases)));
        if (sizes.isEmpty()) {
            root.gaps().add(CopyGap.SIZES);
        }
    }

    private void backup(Seen backup) {
        Optional<String> kind = backup.text("kind").flatMap(one -> Optional.ofNullable(BACKUPS.get(one)));
        kind.ifPresent(key -> since(backup.text("begun"))
                .ifPresent(before -> backups.computeIfAbsent(
                                backup.text("database").orElse(""), first -> new HashMap<>())
                        .put(key, before.toString())));
    }

    private Optional<Duration> since(Optional<String> time) {
        try {
            return time.map(Instant::parse)
                    .map(at -> Duration.between(at, takenAt.toInstant()))
                    .filter(span -> !span.isNegative());
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    private void database(String name, Seen seen, ArrayNode databases) {
        ObjectNode copy = databases.addObject().put("name", name);
        copy.put("state", seen.text("state").filter(STATES::contains).orElse("ONLINE"));
        copy.put(
                "recovery",
                seen.text("recoveryModel").filter(RECOVERY::contains).orElse("FULL"));
        copy.put("createdBefore", "P900D");
        Optional.ofNullable(sizes.get(name)).ifPresent(size -> size(size, copy));
        backups.getOrDefault(name, Map.of()).forEach(copy::put);
        protector(seen, copy);
        if (seen.text("availabilityGroup").isPresent()
                || seen.flag("mirrored", false)
                || seen.flag("logShipped", false)) {
            root.gaps().add(CopyGap.GROUP);
        }
    }

    private void size(Seen size, ObjectNode copy) {
        if (size.node().path("dataMegabytes").asLong() > MOST_MEGABYTES) {
            root.gaps().add(CopyGap.SIZES);
        }
        copy.put("megabytes", size.number("dataMegabytes", 1, MOST_MEGABYTES, 1));
        copy.put("logMegabytes", size.number("logMegabytes", 1, MOST_MEGABYTES, 1));
    }

    private void protector(Seen seen, ObjectNode copy) {
        boolean encrypted = seen.known("encryptionState").isPresent();
        Optional<String> key = seen.text("asymmetricKey").filter(keys::has);
        if (encrypted && key.isPresent()) {
            ObjectNode dek = copy.putObject("dek").put("key", key.get()).put("setBefore", "P389D");
            int state = seen.number("encryptionState", 1, 6, ENCRYPTED);
            dek.put("state", state == 0 ? ENCRYPTED : state);
        } else if (encrypted) {
            root.gaps().add(CopyGap.OTHER_PROTECTORS);
        }
    }
}
