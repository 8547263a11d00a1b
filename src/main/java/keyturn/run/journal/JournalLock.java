package keyturn.run.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import keyturn.run.files.DurableFile;
import keyturn.run.files.OrdinaryFile;

/**
 * The right to write to a run's journal; one program holds it at a time, and it ends with that program. What is locked is an
 * empty file beside the journal: Windows lets nobody read a locked file, and elsewhere the first reader of a locked file that
 * closes it gives the whole program's lock away.
 */
public final class JournalLock implements AutoCloseable {

    /** Its name in the run's folder. The file stays, since deleting it would let two programs lock two files of one name. */
    public static final String FILE = "journal.lock";

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Folders whose journal this program writes to: opening and closing the file once more would give that lock away. */
    private static final Set<Path> OURS = new HashSet<>();

    private final Path folder;
    private final FileChannel channel;

    private JournalLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Whether somebody writes to the journal in this folder now; false also where nobody could. Who asks takes a shared lock for
     * a moment, so that two who ask never take each other for a writer.
     */
    public static boolean isHeld(Path folder) {
        Path file = folder.resolve(FILE);
        if (!OrdinaryFile.isThere(file)) {
            return false;
        }
        synchronized (OURS) {
            try {
                return OURS.contains(folder.toRealPath()) || isHeldElsewhere(file);
            } catch (IOException unreadable) {
                return false;
            }
        }
    }

    private static boolean isHeldElsewhere(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.tryLock(0, Long.MAX_VALUE, true) == null;
        } catch (OverlappingFileLockException otherLoader) {
            return true;
        }
    }

    /**
     * @param patience how long to wait for anyone who holds it
     * @return empty if it is another's still
     * @throws IOException if the folder is not there or cannot be written to
     */
    static Optional<JournalLock> take(Path folder, Duration patience) throws IOException {
        Path real = folder.toRealPath();
        long end = System.nanoTime() + patience.toNanos();
        Optional<JournalLock> taken = tryTake(real);
        while (taken.isEmpty() && System.nanoTime() < end && paused()) {
            taken = tryTake(real);
        }
        return taken;
    }

    private static Optional<JournalLock> tryTake(Path folder) throws IOException {
        synchronized (OURS) {
            if (OURS.contains(folder)) {
                return Optional.empty();
            }
            Optional<JournalLock> taken = locked(folder, open(folder.resolve(FILE)));
            taken.ifPresent(lock -> OURS.add(folder));
            return taken;
        }
    }

    private static Optional<JournalLock> locked(Path folder, FileChannel channel) throws IOException {
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            return locked ? Optional.of(new JournalLock(folder, channel)) : Optional.empty();
        } catch (OverlappingFileLockException otherLoader) {
            return Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        OrdinaryFile.demand(file);
        try {
            return FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (NoSuchFileException first) {
            try {
                return DurableFile.create(file, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException sinceThen) {
                return FileChannel.open(file, StandardOpenOption.WRITE);
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        synchronized (OURS) {
            if (!channel.isOpen()) {
                return;
            }
            try {
                channel.close();
            } catch (IOException harmless) {
                System.getLogger(JournalLock.class.getName())
                        .log(System.Logger.Level.DEBUG, "giving a journal back", harmless);
            } finally {
                OURS.remove(folder);
            }
        }
    }
}
