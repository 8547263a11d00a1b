package keyturn.run.files;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are whole or not there, and never written over: written under another name beside, forced to the disk, renamed,
 * the folder forced too where the system can open one. For their owner only.
 */
public final class DurableFile {

    private DurableFile() {}

    /**
     * UTF-8, as it stands.
     *
     * @throws FileAlreadyExistsException if there is such a file
     * @throws IOException if it cannot be written; then there is none
     */
    public static void writeNew(Path file, String text) throws IOException {
        writeNew(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for bytes. */
    public static void writeNew(Path file, byte[] content) throws IOException {
        Path whole = file.toAbsolutePath();
        if (Files.exists(whole)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path beside = beside(whole);
        try {
            try (FileChannel channel = create(beside, StandardOpenOption.WRITE)) {
                write(channel, ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(beside, whole);
        } finally {
            Files.deleteIfExists(beside);
        }
        forceFolderOf(whole);
    }

    /**
     * Forces a file to the disk that has no name of its own yet: {@link #name} gives it one. Until then it is beside its place, and
     * is whole.
     *
     * @throws IOException if it cannot be written; then there is none
     */
    public static void prepare(Path file, String text) throws IOException {
        sweep(file);
        boolean whole = false;
        try (FileChannel channel = create(beside(file.toAbsolutePath()), StandardOpenOption.WRITE)) {
            write(channel, text);
            channel.force(true);
            whole = true;
        } finally {
            if (!whole) {
                sweep(file);
            }
        }
    }

    /** Whether {@link #prepare} has written it, and {@link #name} has not named it. */
    public static boolean isPrepared(Path file) {
        return Files.exists(beside(file.toAbsolutePath()));
    }

    /**
     * Gives a prepared file its name.
     *
     * @throws FileAlreadyExistsException if there is such a file
     */
    public static void name(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Files.move(beside(whole), whole);
        forceFolderOf(whole);
    }

    /**
     * In the place of a file that may be there: at each moment the old one is whole, or the new one.
     *
     * @throws IOException if it cannot be written; the old one is still there then
     */
    public static void replace(Path file, String text) throws IOException {
        Path whole = file.toAbsolutePath();
        sweep(file);
        Path beside = beside(whole);
        try {
            try (FileChannel channel = create(beside, StandardOpenOption.WRITE)) {
                write(channel, text);
                channel.force(true);
            }
            Files.move(beside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        forceFolderOf(whole);
    }

    /** Takes away what an earlier try at this file, ended in the middle, left half written beside it. */
    public static void sweep(Path file) throws IOException {
        Files.deleteIfExists(beside(file.toAbsolutePath()));
    }

    private static Path beside(Path whole) {
        return whole.resolveSibling("." + whole.getFileName() + ".part");
    }

    /** A new folder for its owner only. */
    public static void createFolder(Path folder) throws IOException {
        OwnerOnly.createFolder(folder);
        forceFolderOf(folder.toAbsolutePath());
    }

    /**
     * Gives a folder whose files are on the disk its name.
     *
     * @throws FileAlreadyExistsException if something has that name
     */
    public static void renameFolder(Path folder, Path name) throws IOException {
        Files.move(folder, name);
        forceFolderOf(name.toAbsolutePath());
    }

    public static FileChannel create(Path file, StandardOpenOption how) throws IOException {
        return OwnerOnly.createFile(file, how);
    }

    /** To the system, not yet to the disk. */
    public static void write(FileChannel channel, String text) throws IOException {
        write(channel, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Windows opens no folder for this and keeps names safe by its own journal. */
    public static void forceFolderOf(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null && File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
