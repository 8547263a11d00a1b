package keyturn.run.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.LocalPath;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.domain.azure.BackupOrder;
import keyturn.domain.azure.BackupOrder.OrderedKey;
import keyturn.domain.azure.KeyManifest;
import keyturn.domain.azure.KeyName;
import keyturn.run.files.DurableFile;
import keyturn.run.files.KeyBackupFile;
import keyturn.run.step.Halt;
import keyturn.script.ManifestJson;

/**
 * Writes the files of an order. The manifest is on the disk before the backup has its name, and gets its own name right after: so
 * wherever a process ends, a backup under its name is whole, and what it is of is known.
 */
public final class BackupFiles {

    private final BackupOrder order;

    public BackupFiles(BackupOrder order) {
        this.order = order;
    }

    /** Makes the folder where it is not there. */
    public void prepareFolder() throws Problem.Raised {
        KeyBackupFile.checkFree(order.list());
        try {
            Path folder = Path.of(order.folder().value());
            if (!Files.isDirectory(folder)) {
                DurableFile.createFolder(folder);
            }
        } catch (IOException unwritten) {
            throw unwritten(order.folder(), unwritten);
        }
    }

    /**
     * Whether this key is backed up already, by an earlier try at this order; what that try left unnamed is named.
     *
     * @throws Problem.Raised {@code run.keyBackup.there} for a backup of that name that no manifest belongs to
     */
    public boolean isDone(KeyName key) throws Problem.Raised {
        Path manifest = Path.of(order.manifest(key).value());
        Path backup = Path.of(order.backup(key).value());
        if (Files.exists(manifest)) {
            return true;
        }
        if (!Files.exists(backup)) {
            return false;
        }
        if (!DurableFile.isPrepared(manifest)) {
            throw KeyBackupFile.there(order.backup(key));
        }
        named(manifest);
        return true;
    }

    /** Writes a backup and its manifest. */
    public void write(OrderedKey key, byte[] content, KeyManifest manifest) throws Problem.Raised {
        Path beside = Path.of(order.manifest(key.name()).value());
        try {
            DurableFile.prepare(beside, ManifestJson.write(manifest));
        } catch (IOException unwritten) {
            throw unwritten(order.manifest(key.name()), unwritten);
        }
        try {
            KeyBackupFile.write(order.backup(key.name()), content);
        } catch (Problem.Raised notKept) {
            sweep(beside);
            throw notKept;
        }
        named(beside);
    }

    /** Nobody needs it without its backup. */
    private static void sweep(Path manifest) throws Problem.Raised {
        try {
            DurableFile.sweep(manifest);
        } catch (IOException unwritten) {
            throw unwritten(new LocalPath(manifest.toString()), unwritten);
        }
    }

    private static void named(Path manifest) throws Problem.Raised {
        try {
            DurableFile.name(manifest);
        } catch (IOException unwritten) {
            throw unwritten(new LocalPath(manifest.toString()), unwritten);
        }
    }

    /**
     * Lists the hash of each file: the last thing that is written.
     *
     * @return the list as it lies on the disk
     */
    public KeyBackupFile.Kept list() throws Problem.Raised {
        List<String> lines = new ArrayList<>();
        try {
            for (OrderedKey key : order.keys()) {
                lines.add(line(order.backup(key.name())));
                lines.add(line(order.manifest(key.name())));
            }
        } catch (IOException unreadable) {
            throw new Problem.Raised(
                    Halt.problem("keyBackup.read", Optional.of(unreadable.toString()), order.folder()));
        }
        return KeyBackupFile.write(order.list(), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String line(LocalPath file) throws IOException {
        Path path = Path.of(file.value());
        return Sha256.hex(Files.readAllBytes(path)) + "  " + path.getFileName();
    }

    private static Problem.Raised unwritten(LocalPath file, IOException why) {
        return why instanceof FileAlreadyExistsException
                ? KeyBackupFile.there(file)
                : new Problem.Raised(Halt.problem("keyBackup.write", Optional.of(why.toString()), file));
    }
}
