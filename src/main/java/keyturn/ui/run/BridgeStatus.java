package keyturn.ui.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;

/**
 * The run in a few lines of plain text, for those who listen on a call and do not see this window: where, which step since when,
 * what is known, what is next. Says what the page says, and like the page it holds no secret.
 */
final class BridgeStatus {

    private final Draft draft;
    private final Progress progress;
    private final RunWords words;
    private final RunState state;
    private final Clock clock;

    BridgeStatus(Draft draft, Progress progress, RunWords words, RunState state, Clock clock) {
        this.draft = draft;
        this.progress = progress;
        this.words = words;
        this.state = state;
        this.clock = clock;
    }

    String text() {
        List<String> lines = new ArrayList<>(
                List.of(head(), words.title().getValue() + ". " + words.lead().getValue()));
        if (state.running.get()) {
            progress.since()
                    .ifPresent(
                            sent -> lines.add(Words.of("run.status.since", WindowTimes.clock(sent, clock.getZone()))));
        }
        state.problem.get().map(BridgeStatus::told).ifPresent(lines::add);
        lines.add(Words.of(
                "run.status.known", progress.trueNow().said().getValue().whole()));
        progress.times().outage().getValue().ifPresent(lines::add);
        progress.following().map(BridgeStatus::next).ifPresent(lines::add);
        Optional.of(progress.times().left().get())
                .filter(left -> !left.isEmpty())
                .map(left -> Words.of("run.status.left", left))
                .ifPresent(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private String head() {
        String server = draft.inspection()
                .get()
                .map(Inspection::identity)
                .map(identity -> identity.name())
                .orElse("?");
        String flow = draft.flow().get().words("window.title").text();
        return Words.of("run.status.head", flow, server, WindowTimes.hereAndUtc(clock))
                + draft.approved()
                        .get()
                        .map(ApprovedPlan::approval)
                        .flatMap(Approval::ticket)
                        .map(ticket -> Words.of("run.status.ticket", ticket))
                        .orElse("");
    }

    private static String told(Problem problem) {
        return problem.summary().text()
                + problem.detail().map(detail -> " " + detail).orElse("") + " [" + problem.code() + "]";
    }

    private static String next(Step step) {
        return Words.of("run.status.next", step.id(), StepWords.title(step));
    }
}
