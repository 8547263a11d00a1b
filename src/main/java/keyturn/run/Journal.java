package keyturn.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.plan.StepId;
import keyturn.run.JournalEntry.Event;

/**
 * The run's journal: a JSON line an event, on the disk before anything follows, each bound to the one before by its hash.
 * An edited, removed or inserted line shows; lines cut off at the end show against the last hash in the evidence.
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
     * Adds that a later look was verified.
     *
     * @param reading the journal as it stands, whole
     * @param file the file of verdicts, word for word; its digest goes into the line
     * @throws Problem.Raised if the line cannot be written
     */
    public static void addVerified(Path journal, JournalReading reading, Clock clock, String file)
            throws Problem.Raised {
        JournalEntry end = reading.entries().getLast();
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.APPEND);
                Journal open = new Journal(channel, clock, end.run())) {
            open.seq = end.seq();
            open.last = end.hash();
            open.append(Optional.empty(), Event.VERIFIED, Optional.of(Digests.of(file)), Optional.empty());
        } catch (IOException failure) {
            throw RunFolder.unwritable(journal, failure);
        }
    }

    /** Returns once the line is on the disk. */
    void append(Optional<StepId> step, Event event, Optional<String> digest, Optional<String> error)
            throws IOException {
        var entry = new JournalEntry(seq + 1, last, clock.instant(), run, step, event, digest, error);
        DurableFile.writeFully(channel, entry.line() + "\n");
        seq = entry.seq();
        last = entry.hash();
    }

    /** Each line was on the disk before anything followed: a failure here loses nothing. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException harmless) {
            System.getLogger(Journal.class.getName()).log(System.Logger.Level.DEBUG, "closing a journal", harmless);
        }
    }

    /** @throws Problem.Raised if the file cannot be read; what is wrong inside is told by the reading */
    public static JournalReading read(Path file) throws Problem.Raised {
        return JournalReading.of(file);
    }
}
