package keyturn.ui.wizard;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.BackupFolder;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Estate;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.SnapshotTests;
import keyturn.script.Scripts;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** Plans each choice as soon as it is made, whichever page made it, so that its scripts can be read while one chooses. */
public final class Planning {

    private final Draft draft;
    private final Background background;
    private final LookAtFiles files;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<Planned>> latest = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Choices> chosen = Optional.empty();
    private Optional<Looked> looked = Optional.empty();
    private Optional<Tried> tried = Optional.empty();
    private Optional<Job> job = Optional.empty();

    /** Trials at the vault; hold for that inspection only. */
    private record Tried(Inspection before, AzureSight after) {}

    /** What is looked at by name. */
    private record Named(List<DllPath> files, List<BackupFolder> folders) {
        private boolean isEmpty() {
            return files.isEmpty() && folders.isEmpty();
        }
    }

    /** A look at files and folders by name; holds for that inspection and those paths only. */
    private record Looked(Inspection before, Named named, Inspection after) {}

    public Planning(Draft draft, Background background, LookAtFiles files, Clock clock) {
        this.draft = draft;
        this.background = background;
        this.files = files;
        this.clock = clock;
        draft.choices().observable().subscribe(now -> {
            if (now.isEmpty()) {
                forget();
            }
        });
    }

    /** What came of the choice that stands; empty while there is none, or while it is being planned. */
    public ObservableValue<Optional<Planned>> latest() {
        return latest.getReadOnlyProperty();
    }

    /** Why there is no plan for the choice that stands. */
    public ObservableValue<List<Problem>> problems() {
        return outcome(PlanOutcome.Blocked.class)
                .map(blocked -> blocked.map(PlanOutcome.Blocked::problems).orElse(List.of()));
    }

    /** Why nothing is to be done for the choice that stands. */
    public ObservableValue<Optional<String>> nothingToDo() {
        return outcome(PlanOutcome.NothingToDo.class)
                .map(nothing -> nothing.map(done -> done.why().text()));
    }

    /** Why one cannot go on from a valid choice: it is being planned, or nothing is to be done for it. */
    public Optional<String> mustWait() {
        if (latest.get().isEmpty()) {
            return Optional.of(Words.of("choose.planning"));
        }
        return nothingToDo().getValue().map(why -> Words.of("choose.nothing"));
    }

    /** Why the files could not be looked at, or what nobody foresaw. */
    public ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** A choice that came later is the one that counts; the same choice is planned once. */
    public void choose(Choices choices) {
        boolean same = latest.get().filter(now -> now.choices().equals(choices)).isPresent();
        draft.choices().set(choices);
        chosen = Optional.of(choices);
        if (!same) {
            plan(choices);
        }
    }

    /** The choice that stands is planned with what trials at the vault have shown. */
    public void tried(Inspection before, AzureSight after) {
        tried = Optional.of(new Tried(before, after));
        chosen.ifPresent(this::plan);
    }

    /** No valid choice stands. */
    public void drop() {
        draft.choices().drop();
    }

    /** The files of the choice that stands are looked at by name, and it is planned with what was seen. */
    public void lookAtFiles(Runnable done) {
        Choices choices = chosen.orElseThrow();
        Inspection inspection = draft.inspection().get().orElseThrow();
        Named wanted = named(inspection, choices);
        if (wanted.isEmpty() || lookedAt(inspection, wanted).isPresent()) {
            done.run();
            return;
        }
        Target target = draft.target().get().orElseThrow();
        abandon();
        problem.set(Optional.empty());
        job = Optional.of(background.perform(
                () -> files.at(target, inspection, wanted.files(), wanted.folders()),
                seen -> {
                    looked = Optional.of(new Looked(inspection, wanted, seen));
                    plan(choices);
                    done.run();
                },
                this::failed));
    }

    private <T extends PlanOutcome> ObservableValue<Optional<T>> outcome(Class<T> kind) {
        return latest.map(
                now -> now.map(Planned::outcome).filter(kind::isInstance).map(kind::cast));
    }

    /** What is under way is no longer wanted. */
    public void abandon() {
        job.ifPresent(Job::abandon);
    }

    private void plan(Choices choices) {
        Inspection inspection = draft.inspection().get().orElseThrow();
        Inspection withFiles = lookedAt(inspection, named(inspection, choices)).orElse(inspection);
        Inspection seen = tried.filter(trial -> trial.before().equals(inspection))
                .map(trial -> withFiles.withAzure(trial.after()))
                .orElse(withFiles);
        forget();
        draft.rendered().drop();
        job = Optional.of(background.perform(() -> planned(seen, choices), this::take, this::failed));
    }

    private Planned planned(Inspection inspection, Choices choices) {
        PlanOutcome outcome = Planner.plan(Estate.of(inspection), choices, clock.instant());
        Optional<Scripts> scripts =
                outcome instanceof PlanOutcome.Ready ready ? Optional.of(Scripts.of(ready.plan())) : Optional.empty();
        return new Planned(choices, outcome, choices.flow().preflight(inspection, choices), scripts);
    }

    private void take(Planned planned) {
        if (planned.outcome() instanceof PlanOutcome.Ready ready) {
            draft.rendered().set(new Rendered(ready.plan(), planned.scripts().orElseThrow()));
        }
        latest.set(Optional.of(planned));
    }

    private void failed(Problem why) {
        problem.set(Optional.of(why));
    }

    private void forget() {
        abandon();
        latest.set(Optional.empty());
        problem.set(Optional.empty());
    }

    private static Named named(Inspection inspection, Choices choices) {
        return new Named(
                choices.flow().filesToPlan(inspection, choices), SnapshotTests.foldersToPlan(inspection, choices));
    }

    private Optional<Inspection> lookedAt(Inspection inspection, Named named) {
        return looked.filter(
                        seen -> seen.before().equals(inspection) && seen.named().equals(named))
                .map(Looked::after);
    }
}
