package keyturn.ui.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.Step;
import keyturn.run.RunResult;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;

/** The sentences of the run page: title, what to do, why Next is off. */
final class RunWords {

    private final Draft draft;
    private final Progress progress;
    private final ObservableBooleanValue running;
    private final ObservableBooleanValue stopping;
    private final ObservableBooleanValue looking;
    private final ObservableObjectValue<Optional<Problem>> problem;
    private final BooleanSupplier nothingWasChanged;
    private final ObservableValue<Optional<String>> blocked;

    RunWords(
            Draft draft,
            Progress progress,
            ObservableBooleanValue running,
            ObservableBooleanValue stopping,
            ObservableBooleanValue looking,
            ObservableObjectValue<Optional<Problem>> problem,
            BooleanSupplier nothingWasChanged) {
        this.draft = draft;
        this.progress = progress;
        this.running = running;
        this.stopping = stopping;
        this.looking = looking;
        this.problem = problem;
        this.nothingWasChanged = nothingWasChanged;
        blocked = Bindings.createObjectBinding(
                this::reason,
                running,
                stopping,
                looking,
                problem,
                draft.result().observable());
    }

    ObservableValue<Optional<String>> blocked() {
        return blocked;
    }

    ObservableValue<String> title() {
        return Bindings.createStringBinding(
                this::titleNow,
                running,
                looking,
                progress.now(),
                problem,
                draft.result().observable());
    }

    ObservableValue<String> lead() {
        return Bindings.createStringBinding(
                this::leadNow,
                running,
                stopping,
                looking,
                progress.now(),
                problem,
                draft.result().observable());
    }

    static Problem moved(RunResult.Refused refused) {
        return new Problem(
                "run.refused",
                Message.of("ui.run.refused", refused.fact(), refused.was(), refused.is()),
                Optional.empty(),
                Message.of("ui.run.refused.next"));
    }

    private String titleNow() {
        int all = progress.steps().size();
        if (looking.get()) {
            return Words.of("run.title.again");
        }
        if (running.get()) {
            return progress.now()
                    .getValue()
                    .map(step -> Words.of("run.title.step", step.id(), all))
                    .orElse(Words.of("run.title.looking"));
        }
        return draft.result()
                .get()
                .map(result -> Words.of(titleKey(result), all))
                .orElse(Words.of(problem.get().isPresent() ? "run.title.failed" : "run.title.interrupted"));
    }

    private static String titleKey(RunResult result) {
        return switch (result) {
            case RunResult.Completed completed -> "run.title.completed";
            case RunResult.Stopped stopped -> "run.title.stopped";
            case RunResult.Refused refused -> "run.title.refused";
        };
    }

    private String leadNow() {
        if (looking.get()) {
            return Words.of("run.lead.again");
        }
        if (problem.get().isPresent()) {
            return Words.of(nothingWasChanged.getAsBoolean() ? "run.lead.unchanged" : "run.lead.stopped");
        }
        if (!running.get()) {
            return Words.of(draft.result().get().isPresent() ? "run.lead.completed" : "run.lead.interrupted");
        }
        if (stopping.get()) {
            return Words.of("run.lead.stopping");
        }
        Optional<Step> step = progress.now().getValue();
        return step.map(now -> Words.of("run.lead.step", now.about().title().text()))
                .orElse(Words.of("run.lead.looking"));
    }

    private Optional<String> reason() {
        if (looking.get()) {
            return Optional.of(Words.of("run.title.again"));
        }
        if (running.get()) {
            return Optional.of(Words.of(stopping.get() ? "run.blocked.stopping" : "run.blocked"));
        }
        return draft.result()
                        .get()
                        .filter(RunResult.Completed.class::isInstance)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Words.of("run.blocked.early"));
    }
}
