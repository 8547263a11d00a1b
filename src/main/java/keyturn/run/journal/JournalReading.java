package keyturn.run.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.files.OrdinaryFile;

/**
 * A journal as it was found.
 *
 * @param entries the lines up to the first that is not as it was written
 */
public record JournalReading(List<JournalEntry> entries, State state) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public JournalReading {
        entries = List.copyOf(entries);
    }

    /** Whether it is as it was written. */
    public sealed interface State {}

    /** Every line fits the one before. */
    public record Whole() implements State {}

    /** The last line has no end: the machine stopped while writing it, so nothing was done on its strength. */
    public record Torn(int line) implements State {}

    /** This line, or the one before it, is not what was written. */
    public record Edited(int line) implements State {}

    /** Before this line, lines are missing: its number is higher than its place. */
    public record Removed(int line) implements State {}

    /** Before this line, lines were put in, or this one stands twice: its number is lower than its place. */
    public record Inserted(int line) implements State {}

    /** Its first line is of another form: another version of Keyturn wrote it. */
    public record OtherFormat() implements State {}

    /** Why nobody may go on from it; empty where it is whole or torn only at its end. */
    public Optional<Problem> problem(Path file) {
        return switch (state) {
            case Whole whole -> Optional.empty();
            case Torn torn -> Optional.empty();
            case Edited edited -> Optional.of(problem("edited", file, edited.line()));
            case Removed removed -> Optional.of(problem("removed", file, removed.line()));
            case Inserted inserted -> Optional.of(problem("inserted", file, inserted.line()));
            case OtherFormat other ->
                Optional.of(new Problem(
                        "journal.format",
                        Message.of("run.journal.format", file),
                        Optional.empty(),
                        Message.of("run.journal.format.next")));
        };
    }

    private static Problem problem(String rule, Path file, int line) {
        return new Problem(
                "journal." + rule,
                Message.of("run.journal." + rule, file, line),
                Optional.empty(),
                Message.of("run.journal.changed.next"));
    }

    static JournalReading of(Path file) throws Problem.Raised {
        try {
            return of(new String(OrdinaryFile.bytes(file), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new Problem.Raised(new Problem(
                    "journal.read",
                    Message.of("run.journal.read", file),
                    Optional.of(String.valueOf(failure)),
                    Message.of("run.journal.read.next")));
        }
    }

    private static JournalReading of(String text) {
        List<JournalEntry> entries = new ArrayList<>();
        String prev = Journal.FIRST;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return new JournalReading(entries, new Torn(entries.size() + 1));
            }
            String line = text.substring(start, end);
            int number = entries.size() + 1;
            Optional<JournalEntry> entry = entry(line);
            Optional<State> wrong =
                    entry.isEmpty() ? Optional.of(unreadable(line, number)) : misplaced(entry.get(), number, prev);
            if (wrong.isPresent()) {
                return new JournalReading(entries, wrong.get());
            }
            entries.add(entry.orElseThrow());
            prev = entries.getLast().hash();
            start = end + 1;
        }
        return new JournalReading(entries, new Whole());
    }

    private static Optional<State> misplaced(JournalEntry entry, int number, String prev) {
        if (entry.seq() > number) {
            return Optional.of(new Removed(number));
        }
        if (entry.seq() < number) {
            return Optional.of(new Inserted(number));
        }
        return entry.prev().equals(prev) ? Optional.empty() : Optional.of(new Edited(number));
    }

    /** What every format has, without what this one has. */
    private static State unreadable(String line, int number) {
        try {
            JsonNode json = MAPPER.readTree(line);
            boolean other =
                    number == 1 && json.has("seq") && json.has("hash") && !(json.has("note") && json.has("files"));
            return other ? new OtherFormat() : new Edited(number);
        } catch (JsonProcessingException noJson) {
            return new Edited(number);
        }
    }

    /** Present if the line, written again from what it says, is the same. */
    private static Optional<JournalEntry> entry(String line) {
        try {
            JournalEntry entry = JournalEntry.of(MAPPER.readTree(line));
            return Optional.of(entry).filter(read -> read.line().equals(line));
        } catch (JsonProcessingException | RuntimeException notALine) {
            return Optional.empty();
        }
    }
}
