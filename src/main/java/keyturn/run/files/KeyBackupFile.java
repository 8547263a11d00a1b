package keyturn.run.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import keyturn.domain.LocalPath;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.run.step.Halt;

/**
 * A backup of a vault key as a file on this machine: for its owner only, never written over, whole or not there. What a try
 * before left half written lies under another name beside it and is taken away. So a file of that name, in a run that found
 * the name free when it began with it, is the whole backup, wherever the run was ended.
 */
public final class KeyBackupFile {

    private KeyBackupFile() {}

    /**
     * A file that is whole on the disk.
     *
     * @param digest {@code sha256:} and 64 digits, over the file
     */
    public record Kept(LocalPath file, long bytes, String digest) {

        /** Names file, size and digest; of the content nothing. */
        public Message words() {
            return Message.of("run.keyBackup.kept", file, String.valueOf(bytes), digest);
        }
    }

    /** @throws Problem.Raised {@code run.keyBackup.there} if there is one of that name, which is then left as it is */
    public static void checkFree(LocalPath file) throws Problem.Raised {
        if (Files.exists(path(file))) {
            throw there(file);
        }
    }

    /**
     * Writes it, its folder first where that is not there, and reads it back.
     *
     * @throws Problem.Raised as {@link #checkFree}; {@code run.keyBackup.write} if it cannot be written; there is none then
     */
    public static Kept write(LocalPath file, byte[] content) throws Problem.Raised {
        Path whole = path(file);
        try {
            Path folder = path(file.folder());
            if (!Files.isDirectory(folder)) {
                DurableFile.createFolder(folder);
            }
            DurableFile.sweep(whole);
            DurableFile.writeNew(whole, content);
        } catch (FileAlreadyExistsException taken) {
            throw there(file);
        } catch (IOException unwritten) {
            throw raised("write", Optional.of(unwritten.toString()), file);
        }
        Kept kept = look(file).orElseThrow(() -> raised("write", Optional.empty(), file));
        if (!kept.digest().equals(Sha256.of(content))) {
            throw raised("differs", Optional.empty(), file);
        }
        return kept;
    }

    /**
     * Empty: there is none, or an empty one.
     *
     * @throws Problem.Raised {@code run.keyBackup.read} if it is there and cannot be read
     */
    public static Optional<Kept> look(LocalPath file) throws Problem.Raised {
        Path whole = path(file);
        if (!Files.exists(whole)) {
            return Optional.empty();
        }
        try {
            byte[] content = Files.readAllBytes(whole);
            return Optional.of(new Kept(file, content.length, Sha256.of(content)))
                    .filter(kept -> kept.bytes() > 0);
        } catch (IOException unreadable) {
            throw raised("read", Optional.of(unreadable.toString()), file);
        }
    }

    /** A plan that was made on another kind of system names no file of this one. */
    private static Path path(LocalPath file) throws Problem.Raised {
        try {
            Path path = Path.of(file.value());
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException foreign) {
            throw raised("elsewhere", Optional.of(foreign.toString()), file);
        }
        throw raised("elsewhere", Optional.empty(), file);
    }

    public static Problem.Raised there(LocalPath file) {
        return raised("there", Optional.empty(), file);
    }

    private static Problem.Raised raised(String rule, Optional<String> detail, LocalPath file) {
        return new Problem.Raised(Halt.problem("keyBackup." + rule, detail, file));
    }
}
