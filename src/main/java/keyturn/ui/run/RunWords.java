package keyturn.ui.run;

import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;
import keyturn.run.RunResult;
import keyturn.run.step.Decider;
import keyturn.run.step.Decider.Failure;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;

/** The sentences of the run page: title, what to do, why Next is off. */
final class RunWords {

    private final Draft draft;
    private final Progress progress;
    private final RunState state;
    private final FailureQuestion asked;
    private final ObservableValue<Optional<String>> blocked;

    RunWords(Draft draft, Progress progress, RunState state, FailureQuestion asked) {
        this.draft = draft;
        this.progress = progress;
        this.state = state;
        this.asked = asked;
        blocked = Bindings.createObjectBinding(this::reason, causes());
    }

    ObservableValue<Optional<String>> blocked() {
        return blocked;
    }

    ObservableValue<String> title() {
        return Bindings.createStringBinding(this::titleNow, causes());
    }

    ObservableValue<String> lead() {
        return Bindings.createStringBinding(this::leadNow, causes());
    }

    /** Whatever moves the page. */
    private Observable[] causes() {
        return new Observable[] {
            state.running,
            state.stopping,
            state.looking,
            state.filing,
            state.problem,
            state.found,
            progress.now(),
            progress.awaited(),
            asked.failure(),
            asked.chosen(),
            draft.result().observable()
        };
    }

    /** On the button: after which step the run stops. */
    ObservableValue<String> stop() {
        return Bindings.createStringBinding(this::stopNow, causes());
    }

    private String stopNow() {
        return progress.now()
                .getValue()
                .filter(step -> progress.partableAfter(step) != step.id().number())
                .map(step -> Words.of("run.stop.group", progress.partableAfter(step)))
                .orElse(Words.of("run.stop"));
    }

    static Problem moved(RunResult.Refused refused) {
        return new Problem("run.refused", refused.why().told(), Optional.empty(), Message.of("ui.run.refused.next"));
    }

    private String titleNow() {
        int all = progress.steps().size();
        if (state.looking.get()) {
            return Words.of("run.title.again");
        }
        if (state.running.get()) {
            return runningTitle(all);
        }
        return draft.result()
                .get()
                .map(result -> Words.of(titleKey(result), all))
                .orElse(Words.of(state.problem.get().isPresent() ? "run.title.failed" : "run.title.interrupted"));
    }

    private String runningTitle(int all) {
        Optional<Failure> failure = asked.failure().getValue();
        if (failure.isPresent()) {
            Step step = failure.get().step();
            return Words.of("run.title.asked." + failure.get().how(), step.id(), all);
        }
        String key = ends() ? "run.title.ends" : "run.title.step";
        return progress.now()
                .getValue()
                .map(step -> Words.of(key, step.id(), all))
                .orElse(Words.of("run.title.looking"));
    }

    /** Stop or undo was chosen, and the last look is being taken. */
    private boolean ends() {
        return asked.chosen()
                .getValue()
                .map(choice -> switch (choice) {
                    case Decider.Undo undo -> true;
                    case Decider.Stop stop -> true;
                    case Decider.Retry retry -> false;
                    case Decider.Skip skip -> false;
                })
                .orElse(false);
    }

    private static String titleKey(RunResult result) {
        return switch (result) {
            case RunResult.Completed completed -> "run.title.completed";
            case RunResult.Stopped stopped -> "run.title.stopped";
            case RunResult.Refused refused -> "run.title.refused";
        };
    }

    private String leadNow() {
        if (state.looking.get()) {
            return Words.of("run.lead.again");
        }
        if (state.problem.get().isPresent()) {
            return Words.of(earlyKey());
        }
        if (!state.running.get()) {
            return Words.of(draft.result().get().isPresent() ? "run.lead.completed" : "run.lead.interrupted");
        }
        if (asked.failure().getValue().isPresent()) {
            return Words.of("run.lead.asked");
        }
        if (ends()) {
            return Words.of(asked.wantsBack() ? "run.lead.undoes" : "run.lead.ends");
        }
        if (state.stopping.get()) {
            return Words.of("run.lead.stopping");
        }
        if (progress.awaited().getValue().isPresent()) {
            return Words.of("run.lead.awaits");
        }
        Optional<Step> step = progress.now().getValue();
        return step.map(now -> Words.of(
                        progress.partableAfter(now) == now.id().number() ? "run.lead.step" : "run.lead.group",
                        StepWords.title(now),
                        progress.partableAfter(now)))
                .orElse(Words.of("run.lead.looking"));
    }

    /** Of a run that ended early: what may be done is in sight only once the server was looked at. */
    private String earlyKey() {
        if (state.nothingWasChanged()) {
            return "run.lead.unchanged";
        }
        return state.found.get().isPresent() ? "run.lead.stopped" : "run.lead.stopped.alone";
    }

    private Optional<String> reason() {
        if (state.looking.get()) {
            return Optional.of(Words.of("run.title.again"));
        }
        if (asked.failure().getValue().isPresent()) {
            return Optional.of(Words.of("run.blocked.asked"));
        }
        if (state.running.get()) {
            return Optional.of(Words.of(state.stopping.get() ? "run.blocked.stopping" : "run.blocked"));
        }
        if (state.filing.get()) {
            return Optional.of(Words.of("verify.filing"));
        }
        return draft.result()
                        .get()
                        .filter(RunResult.Completed.class::isInstance)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Words.of("run.blocked.early"));
    }

    /** A name for the file of what is left, without folder. */
    String exportName() {
        return state.found
                .get()
                .map(now -> Words.of(
                        "run.export.file",
                        now.run().first().plan().identity().node().value()))
                .orElse("");
    }

    /** Why somebody must come: the run waits for a decision or for a task, or it has stopped by itself. */
    ObservableValue<Optional<String>> calls() {
        return Bindings.createObjectBinding(
                this::callsNow, asked.failure(), progress.awaited(), state.problem, state.running, state.asked);
    }

    private Optional<String> callsNow() {
        if (asked.failure().getValue().isPresent()) {
            return Optional.of(Words.of("attention.decision"));
        }
        if (state.running.get() && progress.awaited().getValue().isPresent()) {
            return Optional.of(Words.of("attention.task"));
        }
        boolean stopped = !state.running.get() && state.problem.get().isPresent() && !state.asked.get();
        return stopped ? Optional.of(Words.of("attention.stopped")) : Optional.empty();
    }
}
