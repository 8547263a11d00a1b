package keyturn.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;

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

    static JournalReading of(Path file) throws Problem.Raised {
        try {
            return of(Files.readString(file, StandardCharsets.UTF_8));
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
            Optional<JournalEntry> entry = entry(text.substring(start, end), entries.size() + 1L, prev);
            if (entry.isEmpty()) {
                return new JournalReading(entries, new Edited(entries.size() + 1));
            }
            entries.add(entry.get());
            prev = entry.get().hash();
            start = end + 1;
        }
        return new JournalReading(entries, new Whole());
    }

    /** Present if the line, written again from what it says, is the same and follows its predecessor. */
    private static Optional<JournalEntry> entry(String line, long seq, String prev) {
        try {
            JournalEntry entry = JournalEntry.of(MAPPER.readTree(line));
            boolean same = entry.line().equals(line)
                    && entry.seq() == seq
                    && entry.prev().equals(prev);
            return Optional.of(entry).filter(read -> same);
        } catch (JsonProcessingException | RuntimeException notALine) {
            return Optional.empty();
        }
    }
}
