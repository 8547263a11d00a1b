package keyturn.run.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import keyturn.run.files.DurableFile;
import keyturn.run.files.OrdinaryFile;

/**
 * The file of a journal, open at its end. Before anything is written the file of its name must be this one, and as long as it
 * was left: a line in a file that nobody finds any more is lost, and better no act than one without its line.
 */
final class JournalFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final Optional<Object> identity;
    private long size;

    private JournalFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.identity = identity(attributes(path));
        this.size = channel.size();
    }

    /** @throws IOException also if there is one */
    static JournalFile create(Path path) throws IOException {
        FileChannel channel = DurableFile.create(path, StandardOpenOption.APPEND);
        DurableFile.forceFolderOf(path.toAbsolutePath());
        return new JournalFile(path, channel);
    }

    static JournalFile open(Path path) throws IOException {
        OrdinaryFile.demand(path);
        return new JournalFile(path, FileChannel.open(path, StandardOpenOption.APPEND));
    }

    Path path() {
        return path;
    }

    /** Of a line that does not get there whole, nothing stays. */
    void append(String line, boolean toDisk) throws IOException {
        requireUntouched();
        try {
            DurableFile.write(channel, line);
            if (toDisk) {
                channel.force(true);
            }
        } catch (IOException failure) {
            takeBack(failure);
            throw failure;
        }
        size += line.getBytes(StandardCharsets.UTF_8).length;
        if (identity.isEmpty()) {
            requireUntouched();
        }
    }

    void force() throws IOException {
        requireUntouched();
        channel.force(true);
    }

    private void requireUntouched() throws JournalLost {
        BasicFileAttributes now;
        try {
            now = attributes(path);
        } catch (IOException gone) {
            throw new JournalLost(String.valueOf(gone));
        }
        if (!identity(now).equals(identity)) {
            throw new JournalLost("another file has its name");
        }
        if (now.size() != size) {
            throw new JournalLost(now.size() + " bytes, " + size + " were written");
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    /**
     * Windows tells no key of a file, and on shares a time of its making that moves with each write. There the size is looked at
     * after a line too: where another file has the name, that one has not grown.
     */
    private static Optional<Object> identity(BasicFileAttributes of) {
        return Optional.ofNullable(of.fileKey());
    }

    private void takeBack(IOException failure) {
        try {
            channel.truncate(size);
            channel.force(true);
        } catch (IOException stays) {
            failure.addSuppressed(stays);
        }
    }

    /** Whatever somebody relies on was forced before: a failure here loses nothing. */
    @Override
    public void close() {
        try (channel) {
            channel.force(true);
        } catch (IOException harmless) {
            System.getLogger(JournalFile.class.getName()).log(System.Logger.Level.DEBUG, "closing a journal", harmless);
        }
    }
}
