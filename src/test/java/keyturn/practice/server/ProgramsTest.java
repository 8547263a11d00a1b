package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Programs of every shape do on the range what a small model of the language says, over the real driver. */
final class ProgramsTest {

    private static final AtomicInteger VARIABLES = new AtomicInteger();

    private static Optional<Range> running = Optional.empty();

    @BeforeContainer
    static void start() throws IOException {
        running = Optional.of(Range.start(RangeOptions.of("healthy")));
    }

    @AfterContainer
    static void stop() {
        running.ifPresent(Range::close);
    }

    /** A statement, its text, and what it does. */
    private interface Program {
        String text();

        End run(Seen seen);
    }

    /** How a statement ends. */
    private enum End {
        NEXT,
        RETURN,
        STOP,
        CAUGHT
    }

    /** What comes back, and how many TRY blocks are around. */
    private static final class Seen {
        private final List<String> rows = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();
        private int tries;

        private End error(int number, End otherwise) {
            if (tries > 0) {
                return End.CAUGHT;
            }
            errors.add(Integer.toString(number));
            return otherwise;
        }
    }

    private record Plain(String text, int row, int error, End end) implements Program {
        @Override
        public End run(Seen seen) {
            if (row > 0) {
                seen.rows.add(Integer.toString(row));
            }
            return error > 0 ? seen.error(error, end) : end;
        }
    }

    private record Sequence(List<Program> parts) implements Program {
        @Override
        public String text() {
            StringBuilder text = new StringBuilder("BEGIN\n");
            parts.forEach(p -> text.append(p.text()).append(";\n"));
            return text.append("END").toString();
        }

        @Override
        public End run(Seen seen) {
            End end = End.NEXT;
            for (int i = 0; i < parts.size() && end == End.NEXT; i++) {
                end = parts.get(i).run(seen);
            }
            return end;
        }
    }

    private record Branch(boolean holds, Program then, Program otherwise) implements Program {
        @Override
        public String text() {
            return "IF 1 = " + (holds ? 1 : 0) + "\nBEGIN\n" + then.text() + "\nEND\nELSE\nBEGIN\n" + otherwise.text()
                    + "\nEND";
        }

        @Override
        public End run(Seen seen) {
            return holds ? then.run(seen) : otherwise.run(seen);
        }
    }

    /** Counts in a variable of its own; the body may leave by BREAK or CONTINUE. */
    private record Loop(int rounds, Program body, boolean out) implements Program {
        @Override
        public String text() {
            String name = "@v" + VARIABLES.incrementAndGet();
            return "BEGIN\nDECLARE %1$s int;\nSET %1$s = 0;\nWHILE %1$s < %2$d\nBEGIN\nSET %1$s += 1;\n%3$s;\n%4$s;\nSELECT 0\nEND\nEND"
                    .formatted(name, rounds, body.text(), out ? "BREAK" : "CONTINUE");
        }

        @Override
        public End run(Seen seen) {
            for (int i = 0; i < (out ? 1 : rounds); i++) {
                End end = body.run(seen);
                if (end != End.NEXT) {
                    return end;
                }
            }
            return End.NEXT;
        }
    }

    private record Attempt(Program attempted, Program caught) implements Program {
        @Override
        public String text() {
            return "BEGIN TRY\n" + attempted.text() + "\nEND TRY\nBEGIN CATCH\n" + caught.text() + "\nEND CATCH";
        }

        @Override
        public End run(Seen seen) {
            seen.tries++;
            End end = attempted.run(seen);
            seen.tries--;
            return end == End.CAUGHT ? caught.run(seen) : end;
        }
    }

    private record Called(Program inner) implements Program {
        @Override
        public String text() {
            return "EXEC sys.sp_executesql N'" + inner.text().replace("'", "''") + "'";
        }

        @Override
        public End run(Seen seen) {
            End end = inner.run(seen);
            return end == End.RETURN ? End.NEXT : end;
        }
    }

    @Provide
    Arbitrary<Program> programs() {
        return program(4);
    }

    private static Arbitrary<Program> program(int depth) {
        Arbitrary<Program> plain = Arbitraries.integers().between(1, 9).flatMap(ProgramsTest::plain);
        if (depth == 0) {
            return plain;
        }
        Arbitrary<Program> inner = Arbitraries.lazy(() -> program(depth - 1));
        Arbitrary<Program> sequence = inner.list().ofMinSize(1).ofMaxSize(4).map(Sequence::new);
        Arbitrary<Program> branch =
                Combinators.combine(Arbitraries.of(true, false), inner, inner).as(Branch::new);
        Arbitrary<Program> loop = Combinators.combine(
                        Arbitraries.integers().between(1, 3), inner, Arbitraries.of(true, false))
                .as(Loop::new);
        Arbitrary<Program> attempt = Combinators.combine(inner, inner).as(Attempt::new);
        return Arbitraries.oneOf(plain, sequence, sequence, branch, loop, attempt, inner.map(Called::new));
    }

    private static Arbitrary<Program> plain(int n) {
        return Arbitraries.of(
                new Plain("SELECT " + n, n, 0, End.NEXT),
                new Plain("SELECT " + n, n, 0, End.NEXT),
                new Plain("RAISERROR (N'%s', 16, 1, N'it''s')", 0, 50000, End.NEXT),
                new Plain("RAISERROR (N'mild', 10, 1)", 0, 0, End.NEXT),
                new Plain("SELECT 1 / 0 WHERE 1 = 1", 0, 8134, End.NEXT),
                new Plain("EXEC nowhere" + n, 0, 2812, End.NEXT),
                new Plain("IF 1 = 1 THROW 5000" + n + ", N'x', 1", 0, 50000 + n, End.STOP),
                new Plain("RETURN", 0, 0, End.RETURN));
    }

    @Property(tries = 200)
    void theRangeDoesWhatTheModelSays(@ForAll("programs") Program program) throws SQLException {
        Seen seen = new Seen();
        program.run(seen);
        try (RangeClient client = RangeClient.administrator(running.orElseThrow())) {
            String text = program.text();
            var answer = client.run(text);
            List<String> rows = answer.rows().stream().map(List::getFirst).toList();
            List<String> errors =
                    answer.errors().stream().map(e -> e.split(" ")[0]).toList();
            assertEquals(seen.rows, rows, text);
            assertEquals(seen.errors, errors, text);
        }
    }
}
