package keyturn.ui.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import keyturn.domain.Problem;
import keyturn.plan.step.StepId;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.run.step.Decider;
import keyturn.run.step.Halt;
import keyturn.run.step.RunSecrets;
import keyturn.ui.wizard.CredentialSecret;
import keyturn.ui.wizard.Draft;
import keyturn.ui.work.Background;
import keyturn.ui.work.Background.Work;

/** Has a plan run in the background, with this page's stop and this page's word where a step fails, and hears how it ends. */
final class Performing {

    private final Draft draft;
    private final Background background;
    private final Supplier<Optional<Path>> backoutCopy;
    private final Progress progress;
    private final RunState state;
    private final FailureQuestion asked;
    private final Afterwards afterwards;
    private AtomicBoolean stop = new AtomicBoolean();

    /** One of the runner's ways to go through a plan. */
    @FunctionalInterface
    interface Way {
        RunResult go(RunSetting setting) throws Problem.Raised;
    }

    Performing(
            Draft draft,
            Background background,
            Supplier<Optional<Path>> backoutCopy,
            Progress progress,
            RunState state,
            FailureQuestion asked,
            Afterwards afterwards) {
        this.draft = draft;
        this.background = background;
        this.backoutCopy = backoutCopy;
        this.progress = progress;
        this.state = state;
        this.asked = asked;
        this.afterwards = afterwards;
        asked.chosen().subscribe(this::chosen);
    }

    void go(Way way) {
        stop = new AtomicBoolean();
        asked.forget();
        state.running.set(true);
        Consumer<RunEvent> carrier = background.carrier(this::heard);
        AtomicBoolean asks = stop;
        var setting = new RunSetting(backoutCopy.get(), carrier::accept, asked.decider(), asks::get, secrets());
        Work<RunResult> work = () -> way.go(setting);
        background.perform(work, this::ended, this::failed);
    }

    /** A secret that was typed ends here as in the run: with the last step that needs it. */
    private void heard(List<RunEvent> events) {
        progress.hear(events);
        Optional<StepId> last = lastWithSecret();
        if (events.stream()
                .anyMatch(event -> event instanceof RunEvent.Done done && last.equals(Optional.of(done.step())))) {
            new CredentialSecret(draft).forget();
        }
    }

    private Optional<StepId> lastWithSecret() {
        return draft.approved().get().stream()
                .flatMap(approved -> approved.scripts().steps().stream())
                .filter(step -> !step.act().slots().isEmpty())
                .map(step -> step.id())
                .reduce((before, last) -> last);
    }

    private RunSecrets secrets() {
        return draft.approved()
                .get()
                .map(approved -> new CredentialSecret(draft).secrets(approved.plan()))
                .orElse(RunSecrets.NONE);
    }

    /** Asks the run to stand at the next safe point. */
    void stop() {
        stop.set(true);
        state.stopping.set(state.running.get());
    }

    /** Who has a step sent again does not mean the stop that was asked for before it failed. */
    private void chosen(Optional<Decider.Choice> choice) {
        if (choice.filter(Decider.Retry.class::isInstance).isPresent()) {
            stop.set(false);
            state.stopping.set(false);
        }
    }

    private void ended(RunResult result) {
        draft.result().set(result);
        switch (result) {
            case RunResult.Completed completed -> {
                state.filing.set(true);
                rest();
                progress.trueNow().ended(completed);
                afterwards.completed(completed);
            }
            case RunResult.Stopped stopped -> {
                boolean wantsBack = asked.wantsBack();
                state.asked.set(stopped.kind() == Halt.Kind.ASKED);
                state.failed(stopped.problem(), false);
                state.filing.set(true);
                rest();
                afterwards.stopped(stopped, wantsBack);
            }
            case RunResult.Refused refused -> {
                state.failed(RunWords.moved(refused), draft.begun().get().isEmpty());
                rest();
            }
        }
    }

    private void failed(Problem why) {
        boolean foreseen = !"ui.unexpected".equals(why.code());
        state.failed(why, foreseen && draft.begun().get().isEmpty());
        rest();
    }

    private void rest() {
        progress.rest();
        asked.forget();
        state.rest();
    }
}
