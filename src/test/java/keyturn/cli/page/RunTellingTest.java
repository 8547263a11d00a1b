package keyturn.cli.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.SeenWorld;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.run.RunEvent;
import keyturn.run.SentAct;
import org.junit.jupiter.api.Test;

/** The terminal says of a step under way what the window says. */
final class RunTellingTest {

    private static final StepId TEST = new StepId(1);
    private static final Instant SENT = Instant.parse("2026-11-24T05:16:13Z");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Plan plan = new SeenWorld().plan();
    private final Step change = plan.steps().stream()
            .filter(step -> Conduct.of(step).changes())
            .findFirst()
            .orElseThrow();
    private final Duration planned = Conduct.of(change).expected();
    private final RunTelling telling =
            new RunTelling(new TerminalPage(new PrintStream(printed, true, UTF_8), new Paint(false)), plan, step -> {});

    @Test
    void aChangeThatWasSentIsUnknown() {
        telling.on(new RunEvent.Started(SENT, TEST));
        assertFalse(says(SentAct.doNotRestart()), "a test changes nothing");
        telling.on(new RunEvent.Started(SENT, change.id()));
        assertTrue(says(Message.of("run.sent.unknown", change.id(), "05:16:13 UTC")));
        assertTrue(says(SentAct.doNotRestart()));
    }

    @Test
    void whatTakesLongerThanPlannedIsToldOnce() {
        telling.on(new RunEvent.Started(SENT, change.id()));
        telling.tick(SENT.plus(planned));
        Message overdue = Message.of("run.sent.overdue", change.id(), planned.toSeconds() + " s");
        assertFalse(says(overdue));
        telling.tick(SENT.plus(planned).plusSeconds(74));
        assertTrue(says(overdue));
        int once = printed.size();
        telling.tick(SENT.plus(planned).plusSeconds(75));
        assertEquals(once, printed.size());
    }

    /** Lines are broken to fit a terminal. */
    private boolean says(Message message) {
        return bare(printed.toString(UTF_8)).contains(bare(message.text()));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
