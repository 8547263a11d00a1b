package keyturn.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import keyturn.domain.Message;
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
     * Goes on with a journal that is whole, for a line about a later look.
     *
     * @throws Problem.Raised if it cannot be read, or is not as it was written
     */
    public static Journal continued(Path file, Clock clock) throws Problem.Raised {
        JournalReading reading = read(file);
        if (!(reading.state() instanceof JournalReading.Whole)
                || reading.entries().isEmpty()) {
            throw new Problem.Raised(new Problem(
                    "journal.edited",
                    Message.of("run.journal.edited", file),
                    Optional.empty(),
                    Message.of("run.journal.edited.next")));
        }
        JournalEntry end = reading.entries().getLast();
        try {
            var journal = new Journal(FileChannel.open(file, StandardOpenOption.APPEND), clock, end.run());
            journal.seq = end.seq();
            journal.last = end.hash();
            return journal;
        } catch (IOException failure) {
            throw RunFolder.unwritable(file, failure);
        }
    }

    /**
     * Notes that a later look was filed.
     *
     * @param digest of the file it stands in
     * @throws Problem.Raised if the line cannot be written
     */
    public void verified(String digest, Path file) throws Problem.Raised {
        try {
            append(Optional.empty(), Event.VERIFIED, Optional.of(digest), Optional.empty());
        } catch (IOException failure) {
            throw RunFolder.unwritable(file, failure);
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
