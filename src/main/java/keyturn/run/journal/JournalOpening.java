package keyturn.run.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.files.OrdinaryFile;

/** Opens journals to write to them: under the lock, from the end as it is read there. */
public final class JournalOpening {

    /** A later look is filed in an instant; anyone who writes longer performs a run. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private JournalOpening() {}

    /** @throws IOException also if there is one */
    static Journal create(Path file, Clock clock, String run) throws IOException {
        JournalLock lock = JournalLock.take(folder(file), PATIENCE)
                .orElseThrow(() -> new JournalLost("another program writes beside it"));
        try {
            return new Journal(JournalFile.create(file), lock, clock, run);
        } catch (IOException failure) {
            lock.close();
            throw failure;
        }
    }

    /**
     * Opens one to go on with. A line without its end is cut off, and the first new line tells what went.
     *
     * @param known as it was read when the caller decided to go on
     * @param lines to begin with: {@code resumed}, or {@code approved} or {@code backout} where another plan begins; the first
     *     names the plan
     * @throws Problem.Raised if it cannot be written or read, another program writes to it ({@code journal.held}) or has gone
     *     on with the run since ({@code journal.wentOn})
     */
    public static Journal goOn(Path file, JournalReading known, Clock clock, List<Line> lines) throws Problem.Raised {
        try {
            JournalLock lock =
                    JournalLock.take(folder(file), PATIENCE).orElseThrow(() -> new Problem.Raised(held(file)));
            try {
                return goneOn(file, known, clock, lines, lock);
            } catch (IOException | Problem.Raised failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw RunFolder.unwritable(file, failure);
        }
    }

    private static Journal goneOn(Path file, JournalReading known, Clock clock, List<Line> lines, JournalLock lock)
            throws IOException, Problem.Raised {
        JournalReading now = still(file, known, lines.getFirst().digest());
        Optional<Note.Torn> cut = cutTornLine(file, now);
        Journal journal = open(file, now, clock, lock);
        try {
            journal.append(cut.isPresent() ? lines.getFirst().note(cut) : lines.getFirst());
            for (Line line : lines.subList(1, lines.size())) {
                journal.append(line);
            }
            return journal;
        } catch (IOException failure) {
            journal.close();
            throw failure;
        }
    }

    /**
     * Opens one of a run that nobody performs now, to add that a later look was verified.
     *
     * @param known as it was read before the look
     * @return empty while another program writes to it
     * @throws Problem.Raised if it cannot be written, is not as it was written, or the run has gone on since
     */
    public static Optional<Journal> afterwards(Path file, JournalReading known, Clock clock) throws Problem.Raised {
        try {
            Optional<JournalLock> lock = JournalLock.take(folder(file), PATIENCE);
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(open(file, still(file, known, Optional.empty()), clock, lock.get()));
            } catch (IOException | Problem.Raised failure) {
                lock.get().close();
                throw failure;
            }
        } catch (IOException failure) {
            throw RunFolder.unwritable(file, failure);
        }
    }

    private static Journal open(Path file, JournalReading reading, Clock clock, JournalLock lock) throws IOException {
        return new Journal(
                JournalFile.open(file), lock, clock, reading.entries().getLast());
    }

    /**
     * As it is now: since it was read, no more was added than later looks, and the intent of the caller's own plan.
     *
     * @param plan the caller's own, if it has one
     */
    private static JournalReading still(Path file, JournalReading known, Optional<String> plan) throws Problem.Raised {
        JournalReading now = Journal.read(file);
        Optional<Problem> broken = now.problem(file);
        if (broken.isPresent()) {
            throw new Problem.Raised(broken.get());
        }
        int before = known.entries().size();
        boolean same = now.entries().size() >= before
                && now.entries().subList(0, before).equals(known.entries())
                && now.entries().stream()
                        .skip(before)
                        .allMatch(line -> line.isOfLook()
                                || (plan.isPresent() && line.digest().equals(plan)));
        if (!same || (plan.isEmpty() && !(now.state() instanceof JournalReading.Whole))) {
            throw new Problem.Raised(problem("wentOn", file));
        }
        return now;
    }

    /** Nothing was done on the strength of a line that has no end, so cutting it loses no deed. */
    private static Optional<Note.Torn> cutTornLine(Path file, JournalReading reading) throws IOException {
        if (!(reading.state() instanceof JournalReading.Torn torn)) {
            return Optional.empty();
        }
        byte[] bytes = OrdinaryFile.bytes(file);
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

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a journal lies in a folder");
    }

    /** Another program writes to this journal. */
    public static Problem held(Path file) {
        return problem("held", file);
    }

    private static Problem problem(String rule, Path file) {
        return new Problem(
                "journal." + rule,
                Message.of("run.journal." + rule, file),
                Optional.empty(),
                Message.of("run.journal." + rule + ".next"));
    }
}
