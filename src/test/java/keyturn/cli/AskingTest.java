package keyturn.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.SeenWorld;
import keyturn.run.step.Decider;
import keyturn.run.step.Decider.Kind;
import keyturn.run.step.Halt;
import org.junit.jupiter.api.Test;

/** What a person at the terminal may choose when a step fails. */
final class AskingTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void onlyWhatIsOfferedIsTakenAndTheRestIsAskedAgain() {
        assertEquals(new Decider.Retry(), decide(EnumSet.of(Kind.RETRY, Kind.UNDO), true, "s", "x", "R "));
        String shown = out.toString(UTF_8);
        assertTrue(shown.contains("The steps of this group belong together"), shown);
        assertEquals(4, shown.split("Step 1 failed", -1).length, shown);
    }

    @Test
    void aStepIsLeftOutWithTheReasonThatWasTyped() {
        assertEquals(
                new Decider.Skip("vault is patched"),
                decide(EnumSet.allOf(Kind.class), false, "k", "vault is patched"));
    }

    @Test
    void anEndOfInputAndAnEmptyChairStopTheRun() {
        assertEquals(new Decider.Stop(), decide(EnumSet.allOf(Kind.class), false));
        Terminal.Prompt nobody = question -> Optional.empty();
        assertEquals(new Decider.Stop(), new Asking(terminal(nobody)).decide(failure(Set.of(Kind.RETRY), false)));
    }

    private Decider.Choice decide(Set<Kind> offered, boolean inGroup, String... typed) {
        Deque<String> lines = new ArrayDeque<>(List.of(typed));
        Terminal.Prompt person = new Terminal.Prompt() {
            @Override
            public Optional<char[]> password(String question) {
                return Optional.empty();
            }

            @Override
            public boolean somebody() {
                return true;
            }

            @Override
            public Optional<String> line(String question) {
                return Optional.ofNullable(lines.poll());
            }
        };
        return new Asking(terminal(person)).decide(failure(offered, inGroup));
    }

    private Terminal terminal(Terminal.Prompt prompt) {
        PrintStream stream = new PrintStream(out, true, UTF_8);
        return new Terminal(stream, stream, false, prompt);
    }

    private static Decider.Failure failure(Set<Kind> offered, boolean inGroup) {
        var problem = new Problem("sql.33027", Message.of("sql.act"), Optional.of("Msg 33027"), Message.of("sql.next"));
        return new Decider.Failure(
                new SeenWorld().plan().steps().getFirst(), Halt.ActEnd.FAILED, problem, inGroup, offered);
    }
}
