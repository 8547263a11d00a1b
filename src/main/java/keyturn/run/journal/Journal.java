package keyturn.run.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.run.journal.JournalEntry.Event;

/**
 * The run's journal: a JSON line an event, each bound to the one before by its hash. An edited, removed or inserted line shows;
 * lines cut off at the end show against the last hash in the evidence. A line that tells of what is done already may reach the
 * disk together with the next: were it lost with the machine, resuming would see on the server that it is done.
 *
 * <p>One program writes to it at a time, from the end that it read under the lock ({@link JournalOpening}).
 */
public final class Journal implements AutoCloseable {

    /** Its name in the run's folder. */
    public static final String FILE = "journal.jsonl";

    static final String FIRST = "sha256:" + "0".repeat(64);

    private final JournalFile file;
    private final JournalLock lock;
    private final Clock clock;
    private final String run;
    private long seq;
    private String last = FIRST;

    Journal(JournalFile file, JournalLock lock, Clock clock, String run) {
        this.file = file;
        this.lock = lock;
        this.clock = clock;
        this.run = run;
    }

    /** @param end its last line so far */
    Journal(JournalFile file, JournalLock lock, Clock clock, JournalEntry end) {
        this(file, lock, clock, end.run());
        this.seq = end.seq();
        this.last = end.hash();
    }

    /**
     * Adds that a later look was verified.
     *
     * @param verdicts the file of verdicts, word for word; its digest goes into the line
     * @throws Problem.Raised if the line cannot be written
     */
    public void verified(String verdicts) throws Problem.Raised {
        try {
            append(Line.of(Event.VERIFIED, Sha256.of(verdicts)));
        } catch (IOException failure) {
            throw RunFolder.unwritable(file.path(), failure);
        }
    }

    /**
     * Closes a look: binds every file of the run's folder.
     *
     * @return the line's hash, which binds the journal and, through it, those files
     * @throws Problem.Raised if the line cannot be written
     */
    public String filed(BoundFiles files) throws Problem.Raised {
        try {
            append(Line.of(Event.FILED).files(files));
            return last;
        } catch (IOException failure) {
            throw RunFolder.unwritable(file.path(), failure);
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
        file.force();
    }

    private void write(Line told, boolean toDisk) throws IOException {
        var entry = new JournalEntry(seq + 1, last, clock.instant(), run, told);
        file.append(entry.line() + "\n", toDisk);
        seq = entry.seq();
        last = entry.hash();
    }

    @Override
    public void close() {
        try (lock) {
            file.close();
        }
    }

    /** @throws Problem.Raised if the file cannot be read; what is wrong inside is told by the reading */
    public static JournalReading read(Path file) throws Problem.Raised {
        return JournalReading.of(file);
    }
}
