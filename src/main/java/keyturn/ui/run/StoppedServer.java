package keyturn.ui.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.run.RunEvent;
import keyturn.run.RunSetting;
import keyturn.run.journal.RunRecord;
import keyturn.run.step.Decider;
import keyturn.ui.wizard.Draft;
import keyturn.ui.work.Background;

/**
 * A run that ended while SQL Server is stopped: its steps up to the start are finished, or taken back, under the approval that the run
 * has. Only then can anybody look at the server.
 */
final class StoppedServer {

    private final Draft draft;
    private final Background background;
    private final RunPorts ports;
    private final RunState state;
    private final Progress progress;
    private final Afterwards afterwards;

    /** One of the runner's ways to a server that runs. */
    @FunctionalInterface
    private interface Way {
        void go(Path begun, Target target, RunSetting setting) throws Problem.Raised;
    }

    StoppedServer(
            Draft draft,
            Background background,
            RunPorts ports,
            RunState state,
            Progress progress,
            Afterwards afterwards) {
        this.draft = draft;
        this.background = background;
        this.ports = ports;
        this.state = state;
        this.progress = progress;
        this.afterwards = afterwards;
        state.stopped.subscribe(now -> now.ifPresent(this::stands));
    }

    private void stands(RunRecord run) {
        draft.follow(run.first().plan());
        progress.stopped(run);
    }

    /** Does what is left until SQL Server runs. */
    void finish() {
        go(ports.conduct()::finishStop);
    }

    /** SQL Server is started with the connector that it had. */
    void takeBack() {
        go(ports.conduct()::takeBackStop);
    }

    private void go(Way way) {
        Optional<RunRecord> stopped = state.stopped.get();
        Optional<Target> target = draft.target().get();
        if (stopped.isEmpty() || target.isEmpty()) {
            return;
        }
        Path begun = stopped.get().folder();
        state.forget();
        progress.stopped(stopped.get());
        state.running.set(true);
        Consumer<RunEvent> carrier = background.carrier(progress::hear);
        var setting = new RunSetting(ports.backoutCopy().get(), carrier::accept, Decider.STOPS, () -> false);
        background.perform(
                () -> {
                    way.go(begun, target.get(), setting);
                    return begun;
                },
                this::over,
                why -> failed(begun, why));
    }

    private void over(Path begun) {
        progress.rest();
        state.rest();
        afterwards.look(begun, Optional.empty(), progress::standing);
    }

    /** SQL Server may run all the same, with the connector that it had: a look tells. */
    private void failed(Path begun, Problem why) {
        over(begun);
        state.problem.set(Optional.of(why));
    }
}
