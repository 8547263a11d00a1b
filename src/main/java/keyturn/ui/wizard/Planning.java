package keyturn.ui.wizard;

import java.time.Clock;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.DllPath;
import keyturn.domain.Inspection;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.plan.Choices;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.Preflight;
import keyturn.script.Scripts;
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
    private Optional<Choices.UpgradeInPlace> chosen = Optional.empty();
    private Optional<Looked> looked = Optional.empty();
    private Optional<Job> job = Optional.empty();

    /** A look at a file by name; holds for that inspection and that path only. */
    private record Looked(Inspection before, DllPath dll, Inspection after) {}

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

    /** Why the files could not be looked at, or what nobody foresaw. */
    public ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** A choice that came later is the one that counts; the same choice is planned once. */
    public void choose(Choices.UpgradeInPlace choices) {
        boolean same = latest.get().filter(now -> now.choices().equals(choices)).isPresent();
        draft.choices().set(choices);
        chosen = Optional.of(choices);
        if (!same) {
            plan(choices);
        }
    }

    /** No valid choice stands. */
    public void drop() {
        draft.choices().drop();
    }

    /** The files of the choice that stands are looked at by name, and it is planned with what was seen. */
    public void lookAtFiles(Runnable done) {
        Choices.UpgradeInPlace choices = chosen.orElseThrow();
        Inspection inspection = draft.inspection().get().orElseThrow();
        if (lookedAt(inspection, choices.dll()).isPresent()) {
            done.run();
            return;
        }
        Target target = draft.target().get().orElseThrow();
        abandon();
        problem.set(Optional.empty());
        job = Optional.of(background.perform(
                () -> files.at(target, inspection, Preflight.files(inspection, choices)),
                seen -> {
                    looked = Optional.of(new Looked(inspection, choices.dll(), seen));
                    plan(choices);
                    done.run();
                },
                this::failed));
    }

    /** What is under way is no longer wanted. */
    public void abandon() {
        job.ifPresent(Job::abandon);
    }

    private void plan(Choices.UpgradeInPlace choices) {
        Inspection inspection = draft.inspection().get().orElseThrow();
        Inspection seen = lookedAt(inspection, choices.dll()).orElse(inspection);
        forget();
        draft.rendered().drop();
        job = Optional.of(background.perform(() -> planned(seen, choices), this::take, this::failed));
    }

    private Planned planned(Inspection inspection, Choices.UpgradeInPlace choices) {
        PlanOutcome outcome = Planner.plan(inspection, choices, clock.instant());
        Optional<Scripts> scripts =
                outcome instanceof PlanOutcome.Ready ready ? Optional.of(Scripts.of(ready.plan())) : Optional.empty();
        return new Planned(choices, outcome, Preflight.look(inspection, choices), scripts);
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

    private Optional<Inspection> lookedAt(Inspection inspection, DllPath dll) {
        return looked.filter(
                        seen -> seen.before().equals(inspection) && seen.dll().equals(dll))
                .map(Looked::after);
    }
}
