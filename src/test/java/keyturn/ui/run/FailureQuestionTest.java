package keyturn.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.SeenWorld;
import keyturn.run.step.Decider;
import keyturn.run.step.Decider.Choice;
import keyturn.run.step.Decider.Failure;
import keyturn.run.step.Decider.Kind;
import keyturn.run.step.Halt;
import keyturn.ui.work.DirectBackground;
import org.junit.jupiter.api.Test;

/** What the run is told, whatever becomes of the page that was asked. */
final class FailureQuestionTest {

    private final FailureQuestion asked = new FailureQuestion(new DirectBackground(), failure -> {});

    private Choice after(Consumer<FailureQuestion> person) {
        asked.failure().subscribe(failure -> failure.ifPresent(now -> person.accept(asked)));
        var problem = new Problem("sql.33027", Message.of("ui.run.ask.RETRY"), Optional.empty(), Message.of("ui.back"));
        var step = new SeenWorld().plan().steps().getLast();
        return asked.decider().decide(new Failure(step, Halt.ActEnd.FAILED, problem, false, Set.of(Kind.values())));
    }

    @Test
    void aReasonIsTypedBeforeAStepIsLeftOut() {
        List<Boolean> waits = new ArrayList<>();
        Choice choice = after(page -> {
            page.skip();
            waits.add(page.failure().getValue().isPresent());
            page.reason().set("  patched  ");
            page.skip();
        });
        assertEquals(List.of(true), waits, "blank is no reason");
        assertEquals(new Decider.Skip("patched"), choice);
    }

    @Test
    void aPageThatIsLeftStopsTheRunThatWaits() {
        assertEquals(new Decider.Stop(), after(FailureQuestion::forget));
    }

    @Test
    void whereNobodyAnswersTheRunStops() {
        assertEquals(new Decider.Stop(), after(page -> {}));
    }
}
