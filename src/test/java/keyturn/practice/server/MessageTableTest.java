package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Messages;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/**
 * Each message that has to do with keys, with the statement that brings it on which scenario, or why none does. What
 * came stands in {@code target/messages.md}. No fault is set.
 */
@BesideOthers
final class MessageTableTest {

    private static final int LEAST = 60;

    /** What came of a way: the state where one was told. */
    private record Outcome(MessageWay way, Optional<String> came) {}

    @Test
    void theMessagesComeByTheirStatements() throws IOException, SQLException {
        List<Outcome> outcomes = new ArrayList<>();
        for (MessageWay way : MessageWay.all()) {
            outcomes.add(new Outcome(way, way.reached() ? came(way) : Optional.empty()));
        }
        write(outcomes);
        assertEquals(
                List.of(),
                outcomes.stream()
                        .filter(o -> o.way().reached() && o.came().isEmpty())
                        .map(o -> o.way().number() + " by " + o.way().how())
                        .toList());
        long reached = outcomes.stream().filter(o -> o.came().isPresent()).count();
        assertTrue(reached >= LEAST, reached + " of " + outcomes.size() + " messages");
    }

    private static Optional<String> came(MessageWay way) throws IOException, SQLException {
        try (KeyRange range = KeyRange.of(way.scenario())) {
            List<String> before = way.how().subList(0, way.how().size() - 1);
            for (String step : before) {
                step(range, step);
            }
            return last(range, way, way.how().getLast());
        }
    }

    private static void step(KeyRange range, String step) throws SQLException {
        if (step.equals("restart")) {
            range.restart();
        } else if (step.equals("the scan ends")) {
            ControlClient.until(() -> range.instance().databases().stream()
                    .flatMap(d -> d.dek().stream())
                    .noneMatch(Dek::scanning));
        } else if (step.startsWith("given ")) {
            range.change(MessageGivens.named(step.substring("given ".length())));
        } else {
            range.run(step);
        }
    }

    private static Optional<String> last(KeyRange range, MessageWay way, String step) throws SQLException {
        String number = way.number() + " ";
        return switch (way.seen()) {
            case "error" ->
                errors(range, step).stream()
                        .filter(e -> e.startsWith(number))
                        .map(e -> e.split(" ", 4)[2])
                        .findFirst();
            case "info" ->
                range.client().run(step).infos().stream()
                        .filter(i -> i.startsWith(number))
                        .map(i -> "")
                        .findFirst();
            default -> {
                step(range, step);
                Pattern text = template(way.number());
                yield range.log().stream()
                        .filter(l -> text.matcher(l).matches())
                        .map(l -> "")
                        .findFirst();
            }
        };
    }

    private static List<String> errors(KeyRange range, String step) throws SQLException {
        if (!step.startsWith("reader: ")) {
            return range.client().errors(step);
        }
        try (RangeClient reader = RangeClient.reader(range.range())) {
            return reader.errors(step.substring("reader: ".length()));
        }
    }

    private static Pattern template(int number) {
        String template = Messages.all().stream()
                .filter(m -> m.number() == number)
                .map(Messages.Message::template)
                .findFirst()
                .orElseThrow();
        StringBuilder text = new StringBuilder();
        for (String part : template.split("%(?:\\.\\*ls|ls|hs|s|I64d|ld|02d|d|S_MSG)", -1)) {
            text.append(text.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(text.toString());
    }

    private static void write(List<Outcome> outcomes) throws IOException {
        long reached = outcomes.stream().filter(o -> o.came().isPresent()).count();
        StringBuilder page = new StringBuilder("# Messages about keys, and how the practice range says them\n\n");
        page.append(reached).append(" of ").append(outcomes.size()).append("""
                         are reached, with no fault set.

                        | number | state | seen as | scenario | by |
                        |---|---|---|---|---|
                        """);
        for (Outcome outcome : outcomes) {
            MessageWay way = outcome.way();
            String by = way.reached()
                    ? "`" + String.join("`, `", way.how()) + "`"
                    : way.how().getFirst();
            page.append("| ")
                    .append(way.number())
                    .append(" | ")
                    .append(outcome.came().orElse("not reached"))
                    .append(" | ")
                    .append(way.reached() ? way.seen() : "")
                    .append(" | ")
                    .append(way.reached() ? way.scenario() : "")
                    .append(" | ")
                    .append(by.replaceAll("x{100,}", "xx…").replace("|", "\\|"))
                    .append(" |\n");
        }
        Path file = Path.of("target", "messages.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, page);
    }
}
