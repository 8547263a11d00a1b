package keyturn.ui.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.run.RunEvent;
import keyturn.run.door.DoorMessage;
import keyturn.run.resume.Standing;
import keyturn.ui.parts.StepLine.Mark;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/** What stands beside a step: what came back, how long it took, how far it came. */
record ProgressWords(Clock clock) {

    String time(Instant at) {
        return WindowTimes.clock(at, clock.getZone());
    }

    String took(Duration real, Step step) {
        return Words.of(
                "run.took",
                WindowTimes.duration(real),
                WindowTimes.duration(Conduct.of(step).expected()));
    }

    /** Real time as a part of the planned one, at most the whole. */
    double share(Duration real, Step step) {
        double planned = Conduct.of(step).expected().toMillis();
        return planned <= 0 ? 1 : Math.min(1, real.toMillis() / planned);
    }

    String answer(RunEvent.Done done) {
        List<DoorMessage> messages = done.answer().messages();
        int rows = done.answer().tables().stream()
                .mapToInt(table -> table.rows().size())
                .sum();
        if (!messages.isEmpty()) {
            return messages.getLast().shown();
        }
        if (rows > 0) {
            return rows == 1 ? Words.of("run.rows.one") : Words.of("run.rows", rows);
        }
        return Words.of("run.done", time(done.at()));
    }

    String said(Problem problem) {
        return problem.detail().orElse(problem.summary().text());
    }

    /** All that a problem says, as plain text. */
    static String whole(Problem problem) {
        return String.join(
                "\n",
                problem.summary().text(),
                problem.detail().map(detail -> detail + "  ").orElse("") + "[" + problem.code() + "]",
                problem.next().text());
    }

    /** Says that nobody knows yet whether a step took effect. */
    String unanswered(StepId step, Instant sent) {
        return Message.of("run.sent.unknown", step, time(sent)).text();
    }

    static Mark mark(Standing standing) {
        return switch (standing.reached()) {
            case NOT_BEGUN -> Mark.WAITING;
            case UNKNOWN -> Mark.UNSURE;
            case DONE -> Mark.DONE;
            case SKIPPED -> Mark.SKIPPED;
            case FAILED -> Mark.FAILED;
        };
    }

    String reached(Standing standing) {
        return standing.sent()
                .map(at -> unanswered(standing.step().id(), at))
                .orElseGet(() -> Words.of("run.standing." + standing.reached()));
    }
}
