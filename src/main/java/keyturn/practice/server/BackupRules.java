package keyturn.practice.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.Disk;
import keyturn.practice.tsql.syntax.ServerStatement.Device;
import keyturn.practice.tsql.syntax.ServerStatement.DeviceKind;
import keyturn.practice.tsql.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** What BACKUP refuses before it looks at the database: options that do not go together, mirrors, devices. */
record BackupRules(Turn turn, Statement.Backup backup) {

    private static final List<List<String>> CONFLICTS = List.of(
            List.of("COMPRESSION", "NO_COMPRESSION"),
            List.of("CHECKSUM", "NO_CHECKSUM"),
            List.of("INIT", "NOINIT"),
            List.of("FORMAT", "NOFORMAT"),
            List.of("FORMAT", "NOINIT"),
            List.of("SKIP", "NOSKIP"),
            List.of("REWIND", "NOREWIND"),
            List.of("UNLOAD", "NOUNLOAD"),
            List.of("STOP_ON_ERROR", "CONTINUE_AFTER_ERROR"),
            List.of("EXPIREDATE", "RETAINDAYS"),
            List.of("NORECOVERY", "STANDBY"),
            List.of("COPY_ONLY", "DIFFERENTIAL"));

    private static final Set<String> OF_LOG = Set.of("NORECOVERY", "STANDBY", "NO_TRUNCATE");
    /** SQL Server 2022. */
    private static final int BUCKETS_SINCE = 16;

    private static final Set<String> OF_URL = Set.of("FILE_SNAPSHOT", "CREDENTIAL");
    private static final int MOST_MIRRORS = 3;

    void demand() {
        if (backup.devices().isEmpty()) {
            throw Messages.error(3207, 1);
        }
        options();
        mirrors();
    }

    private boolean has(String option) {
        return backup.options().stream().anyMatch(o -> o.word().equals(option));
    }

    private void options() {
        for (List<String> pair : CONFLICTS) {
            if (has(pair.getFirst()) && has(pair.getLast())) {
                throw Messages.error(3031, 1, pair.getFirst(), pair.getLast());
            }
        }
        Set<String> foreign = backup.log() ? Set.of("DIFFERENTIAL", "METADATA_ONLY") : OF_LOG;
        boolean url = backup.devices().stream().anyMatch(d -> d.kind() == DeviceKind.URL);
        backup.options().stream()
                .map(Statement.BackupOption::word)
                .filter(o -> foreign.contains(o) || (!url && OF_URL.contains(o)))
                .findFirst()
                .ifPresent(o -> {
                    throw Messages.error(3032, 1, o);
                });
    }

    /** Mirrors are for the largest edition, and are written anew. */
    private void mirrors() {
        if (backup.mirrors().isEmpty()) {
            return;
        }
        if (backup.mirrors().size() > MOST_MIRRORS) {
            throw Messages.error(3214, 1, MOST_MIRRORS);
        }
        if (turn.instance().identity().engineEdition() != 3) {
            throw Messages.error(3218, 1);
        }
        if (backup.mirrors().stream().anyMatch(m -> m.size() != backup.devices().size())) {
            throw Messages.error(3010, 1);
        }
        if (!has("FORMAT")) {
            throw Messages.error(3215, 1);
        }
    }

    /** The paths of the devices, as far as they can be written to. */
    List<String> paths(List<Device> devices) {
        boolean mixed = devices.stream().map(Device::kind).distinct().count() > 1;
        if (mixed) {
            throw Messages.error(3011, 1);
        }
        return devices.stream().map(this::path).toList();
    }

    private String path(Device device) {
        String name = turn.text(device.name());
        return switch (device.kind()) {
            case DISK -> onDisk(name);
            case LOGICAL -> throw Messages.error(3206, 1, name);
            case TAPE, VIRTUAL_DEVICE, DATABASE_SNAPSHOT ->
                throw Messages.error(3201, 1, name, "2(The system cannot find the file specified.)");
            case URL -> inContainer(name);
        };
    }

    /** A blob of a container, or since 2022 an object of a bucket, that a credential of its name opens. */
    private String inContainer(String url) {
        boolean bucket = url.toLowerCase(Locale.ROOT).startsWith("s3://");
        String identity = bucket ? "S3 Access Key" : "SHARED ACCESS SIGNATURE";
        boolean opens = (!bucket || turn.instance().identity().version().major() >= BUCKETS_SINCE)
                && turn.instance().security().credentials().stream()
                        .filter(c -> c.identity().equalsIgnoreCase(identity))
                        .anyMatch(c ->
                                url.toLowerCase(Locale.ROOT).startsWith(c.name().toLowerCase(Locale.ROOT) + "/"));
        if (!opens) {
            throw Messages.error(3201, 1, url, "50(The request is not supported.)");
        }
        return url;
    }

    private String onDisk(String path) {
        if (path.isEmpty()) {
            throw Messages.error(3044, 1);
        }
        if (path.equalsIgnoreCase("NUL") || path.equalsIgnoreCase("NUL:")) {
            return path;
        }
        @Nullable Object[] look = Disk.of(turn.instance()).look(path);
        if (Integer.valueOf(1).equals(look[1])) {
            throw Messages.error(3201, 1, path, "5(Access is denied.)");
        }
        boolean folder = path.indexOf('\\') < 0 || Integer.valueOf(1).equals(look[2]);
        if (!folder) {
            boolean share = path.startsWith("\\\\");
            throw Messages.error(
                    3201,
                    1,
                    path,
                    share ? "53(The network path was not found.)" : "3(The system cannot find the path specified.)");
        }
        boolean relative = path.indexOf('\\') < 0;
        return relative ? turn.instance().identity().folder() + "\\Backup\\" + path : path;
    }

    Optional<Statement.BackupOption> encryption() {
        return backup.options().stream()
                .filter(o -> o.word().startsWith("ENCRYPTION"))
                .findFirst();
    }
}
