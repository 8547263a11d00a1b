package keyturn.run.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import keyturn.domain.InvalidValue;
import keyturn.domain.LocalPath;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyManifest;
import keyturn.run.step.Halt;
import keyturn.script.ManifestJson;

/** Backups in a folder, to restore. */
public final class BackupShelf {

    private BackupShelf() {}

    /**
     * The newest backup of each key, by name.
     *
     * @throws Problem.Raised {@code run.backup.folder} for a folder that cannot be read, {@code run.backup.unusable} for a newest
     *     backup that is not as it was written
     */
    public static List<KeyCopy> newest(Path folder) throws Problem.Raised {
        Map<String, KeyManifest> newest = new TreeMap<>();
        for (KeyManifest manifest : manifests(folder)) {
            newest.merge(manifest.keyId(), manifest, BinaryOperator.maxBy(Comparator.comparing(KeyManifest::takenAt)));
        }
        List<KeyCopy> copies = new ArrayList<>();
        for (KeyManifest manifest : newest.values()) {
            copies.add(copy(folder, manifest));
        }
        return copies;
    }

    private static KeyCopy copy(Path folder, KeyManifest manifest) throws Problem.Raised {
        Path file = folder.toAbsolutePath().normalize().resolve(manifest.file());
        try {
            if (Sha256.hex(Files.readAllBytes(file)).equals(manifest.sha256())) {
                return new KeyCopy(new LocalPath(file.toString()), manifest);
            }
            throw unusable(Optional.empty(), file);
        } catch (IOException | InvalidValue unreadable) {
            throw unusable(Optional.of(OneLine.shown(unreadable.toString())), file);
        }
    }

    /** What is no manifest is left out: a folder may hold other files. */
    private static List<KeyManifest> manifests(Path folder) throws Problem.Raised {
        List<KeyManifest> manifests = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(one -> one.toString().endsWith(".json")).toList()) {
                manifest(file).ifPresent(manifests::add);
            }
        } catch (IOException unreadable) {
            throw new Problem.Raised(Halt.problem("backup.folder", Optional.of(unreadable.toString()), folder));
        }
        return manifests;
    }

    private static Optional<KeyManifest> manifest(Path file) throws IOException {
        try {
            return Optional.of(ManifestJson.read(Files.readString(file)));
        } catch (ManifestJson.Malformed other) {
            return Optional.empty();
        }
    }

    private static Problem.Raised unusable(Optional<String> detail, Path file) {
        return new Problem.Raised(Halt.problem("backup.unusable", detail, file));
    }
}
