package keyturn.run.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.run.files.DurableFile;
import keyturn.run.journal.JournalEntry.Event;

/**
 * The run's journal: a JSON line an event, each bound to the one before by its hash. An edited, removed or inserted line shows;
 * lines cut off at the end show against the last hash in the evidence. A line that tells of what is done already may reach the
 * disk together with the next: were it lost with the machine, resuming would see on the server that it is done.
 */
public final class Journal implements AutoCloseable {

    /** Its name in the run's folder. */
    public static final String FILE = "journal.jsonl";

    static final String FIRST = "sha256:" + "0".repeat(64);

    private final FileChannel channel;
    private final Clock clock;
    private final String run;
    private long seq;
    private String last = FIRST;

    private Journal(FileChannel channel, Clock clock, String run) {
        this.channel = channel;
        this.clock = clock;
        this.run = run;
    }

    /** @throws IOException also if there is one */
    static Journal create(Path file, Clock clock, String run) throws IOException {
        FileChannel channel = DurableFile.create(file, StandardOpenOption.APPEND);
        DurableFile.forceFolderOf(file.toAbsolutePath());
        return new Journal(channel, clock, run);
    }

    /**
     * Opens one to go on with, as it was read. A line without its end is cut off, and the first new line tells what went.
     *
     * @param first {@code resumed}, or {@code approved} or {@code backout} where another plan begins; it names the plan
     */
    public static Journal goOn(Path file, JournalReading reading, Clock clock, Line first) throws IOException {
        Optional<Note.Torn> cut = cutTornLine(file, reading);
        Journal journal = open(file, reading, clock);
        try {
            journal.append(cut.isPresent() ? first.note(cut) : first);
            return journal;
        } catch (IOException failure) {
            journal.close();
            throw failure;
        }
    }

    private static Journal open(Path file, JournalReading reading, Clock clock) throws IOException {
        JournalEntry end = reading.entries().getLast();
        Journal journal = new Journal(FileChannel.open(file, StandardOpenOption.APPEND), clock, end.run());
        journal.seq = end.seq();
        journal.last = end.hash();
        return journal;
    }

    /** Nothing was done on the strength of a line that has no end, so cutting it loses no deed. */
    private static Optional<Note.Torn> cutTornLine(Path file, JournalReading reading) throws IOException {
        if (!(reading.state() instanceof JournalReading.Torn torn)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        int whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] != '\n') {
            whole--;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole);
            channel.force(true);
        }
        String gone = new String(bytes, whole, bytes.length - whole, StandardCharsets.UTF_8);
        return Optional.of(new Note.Torn(torn.line(), gone));
    }

    /**
     * Adds that a later look was verified.
     *
     * @param reading the journal as it stands, whole
     * @param file the file of verdicts, word for word; its digest goes into the line
     * @throws Problem.Raised if the line cannot be written
     */
    public static void addVerified(Path journal, JournalReading reading, Clock clock, String file)
            throws Problem.Raised {
        try (Journal open = open(journal, reading, clock)) {
            open.append(Line.of(Event.VERIFIED, Sha256.of(file)));
        } catch (IOException failure) {
            throw RunFolder.unwritable(journal, failure);
        }
    }

    /** Returns once the line, and all before it, are on the disk; of a line that does not get there whole, nothing stays. */
    void append(Line told) throws IOException {
        write(told, true);
    }

    /** Returns once the line is with the system: it outlives this program, and outlives the machine from {@link #force} on. */
    void add(Line told) throws IOException {
        write(told, false);
    }

    /** Brings what was added to the disk. */
    void force() throws IOException {
        channel.force(true);
    }

    private void write(Line told, boolean toDisk) throws IOException {
        var entry = new JournalEntry(seq + 1, last, clock.instant(), run, told);
        long whole = channel.size();
        try {
            DurableFile.write(channel, entry.line() + "\n");
            if (toDisk) {
                force();
            }
        } catch (IOException failure) {
            takeBack(whole, failure);
            throw failure;
        }
        seq = entry.seq();
        last = entry.hash();
    }

    private void takeBack(long whole, IOException failure) {
        try {
            channel.truncate(whole);
            channel.force(true);
        } catch (IOException stays) {
            failure.addSuppressed(stays);
        }
    }

    /** Whatever somebody relies on was forced before: a failure here loses nothing. */
    @Override
    public void close() {
        try (channel) {
            force();
        } catch (IOException harmless) {
            System.getLogger(Journal.class.getName()).log(System.Logger.Level.DEBUG, "closing a journal", harmless);
        }
    }

    /** @throws Problem.Raised if the file cannot be read; what is wrong inside is told by the reading */
    public static JournalReading read(Path file) throws Problem.Raised {
        return JournalReading.of(file);
    }
}
