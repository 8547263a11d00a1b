package keyturn.run.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.domain.azure.KeyManifest;
import keyturn.domain.inspection.Inspection;
import keyturn.run.backup.CheckedBackup.Standing;
import keyturn.run.step.Halt;
import keyturn.script.ManifestJson;
import keyturn.script.ManifestJson.Malformed;

/**
 * Checks the backups in a folder: each against its manifest, both against the list that was written with them, and the newest of
 * each key against the vault as it was seen.
 */
public final class BackupCheck {

    private static final String BACKUP = ".keybackup";

    private final Map<String, byte[]> files;
    private final Map<String, String> listed = new LinkedHashMap<>();
    private final Optional<Inspection> today;

    private BackupCheck(Map<String, byte[]> files, Optional<Inspection> today) {
        this.files = files;
        this.today = today;
        files.forEach((name, content) -> {
            if (name.endsWith(".sha256")) {
                lines(content).forEach(listed::put);
            }
        });
    }

    /**
     * In the order of the keys, the newest backup of each first.
     *
     * @param today the vault as it was seen just now; empty: it was not
     * @throws Problem.Raised {@code run.backup.folder} for a folder that cannot be read
     */
    public static List<CheckedBackup> of(Path folder, Optional<Inspection> today) throws Problem.Raised {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(BACKUP) || name.endsWith(".json") || name.endsWith(".sha256")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException unreadable) {
            throw new Problem.Raised(Halt.problem("backup.folder", Optional.of(unreadable.toString()), folder));
        }
        return new BackupCheck(files, today).all();
    }

    private static Map<String, String> lines(byte[] list) {
        Map<String, String> sums = new LinkedHashMap<>();
        new String(list, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("  ", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> sums.put(parts[1], parts[0]));
        return sums;
    }

    private List<CheckedBackup> all() {
        List<CheckedBackup> checked = new ArrayList<>();
        Map<KeyManifest, String> manifests = new LinkedHashMap<>();
        for (String name : files.keySet()) {
            if (name.endsWith(".json")) {
                read(name, manifests).ifPresent(checked::add);
            }
        }
        manifests.keySet().stream()
                .sorted(Comparator.comparing(KeyManifest::keyId)
                        .thenComparing(
                                Comparator.comparing(KeyManifest::takenAt).reversed()))
                .map(manifest -> checked(manifest, manifests))
                .forEach(checked::add);
        checked.addAll(loose(manifests));
        return checked;
    }

    private Optional<CheckedBackup> read(String name, Map<KeyManifest, String> manifests) {
        try {
            manifests.put(ManifestJson.read(new String(content(name), StandardCharsets.UTF_8)), name);
            return Optional.empty();
        } catch (Malformed broken) {
            return Optional.of(wrong(name, "manifest", OneLine.shown(String.valueOf(broken.getMessage()))));
        }
    }

    private CheckedBackup checked(KeyManifest manifest, Map<KeyManifest, String> manifests) {
        String file = Objects.requireNonNull(manifests.get(manifest));
        CheckedBackup written = asWritten(manifest, file);
        boolean replaced = manifests.keySet().stream()
                .anyMatch(other -> other.keyId().equals(manifest.keyId())
                        && other.takenAt().isAfter(manifest.takenAt()));
        if (replaced) {
            return written.and(Standing.REPLACED, said("replaced"));
        }
        return today.map(seen -> new SeenSince(manifest, seen).added(written))
                .orElseGet(() -> written.and(Standing.INTACT, said("notCompared")));
    }

    private CheckedBackup asWritten(KeyManifest manifest, String file) {
        var start = new CheckedBackup(manifest.keyId(), Optional.of(manifest.takenAt()), Standing.INTACT, List.of());
        if (!files.containsKey(manifest.file())) {
            return start.and(Standing.WRONG, said("missing", manifest.file()));
        }
        byte[] backup = content(manifest.file());
        if (backup.length != manifest.bytes() || !Sha256.hex(backup).equals(manifest.sha256())) {
            return start.and(Standing.WRONG, said("damaged", manifest.file(), backup.length, manifest.bytes()));
        }
        Optional<String> sum = Optional.ofNullable(listed.get(file));
        if (sum.isEmpty()) {
            return start.and(Standing.UNKNOWN, said("unlisted", file));
        }
        return sum.get().equalsIgnoreCase(Sha256.hex(content(file)))
                ? start.and(Standing.INTACT, said("whole", manifest.file(), manifest.sha256()))
                : start.and(Standing.WRONG, said("edited", file));
    }

    /** Files that a list names and that are gone, and backups that no manifest belongs to. */
    private List<CheckedBackup> loose(Map<KeyManifest, String> manifests) {
        List<CheckedBackup> loose = new ArrayList<>();
        Map<String, KeyManifest> owners = new HashMap<>();
        manifests.keySet().forEach(manifest -> owners.put(manifest.file(), manifest));
        listed.keySet().stream()
                .filter(name -> !files.containsKey(name) && !owners.containsKey(name))
                .map(name -> wrong(name, "gone"))
                .forEach(loose::add);
        files.keySet().stream()
                .filter(name -> name.endsWith(BACKUP) && !owners.containsKey(name))
                .map(name -> wrong(name, "noManifest"))
                .forEach(loose::add);
        return loose;
    }

    private byte[] content(String name) {
        return Objects.requireNonNull(files.get(name));
    }

    private static CheckedBackup wrong(String name, String rule, Object... about) {
        return new CheckedBackup(name, Optional.empty(), Standing.WRONG, List.of(said(rule, about)));
    }

    static Message said(String rule, Object... about) {
        return Message.of("run.backup." + rule, about);
    }
}
