package keyturn.ui.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import keyturn.domain.Target;
import keyturn.plan.Plan;
import keyturn.run.RunResult;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.Found;
import keyturn.run.resume.Offer;
import keyturn.script.ApprovedPlan;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.wizard.Draft.Way;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** What follows a run that ended early: its evidence is filed, the server looked at, a way on taken. Changes no server. */
final class Afterwards {

    private final Draft draft;
    private final Background background;
    private final RunPorts ports;
    private final RunState state;
    private final Consumer<Found> seen;
    private Optional<Job> job = Optional.empty();

    /** @param seen hears of each look after a stop */
    Afterwards(Draft draft, Background background, RunPorts ports, RunState state, Consumer<Found> seen) {
        this.draft = draft;
        this.background = background;
        this.ports = ports;
        this.state = state;
        this.seen = seen;
    }

    /** What is waited for is no longer wanted. */
    void abandon() {
        job.ifPresent(Job::abandon);
        state.looking.set(false);
    }

    /** Files the evidence of a run that came to its end, before anybody can leave it; the verdict is on the next page. */
    void completed(RunResult.Completed completed) {
        background.perform(
                () -> ports.completed().file(completed),
                file -> {
                    draft.evidence().set(file);
                    state.filing.set(false);
                },
                why -> {
                    state.after.set(Optional.of(why));
                    state.filing.set(false);
                });
    }

    /**
     * Files the evidence of a run that stopped, as it says already; then what is true is seen, not concluded.
     *
     * @param wantsBack the way back follows by itself, if there is one
     */
    void stopped(RunResult.Stopped stopped, boolean wantsBack) {
        Path journal = stopped.journal();
        Target target = target();
        state.journal.set(Optional.of(journal));
        background.perform(
                () -> ports.filing().file(stopped),
                file -> {
                    state.filing.set(false);
                    state.journal.set(Optional.of(file));
                    lookAfter(journal, target, wantsBack);
                },
                why -> {
                    state.filing.set(false);
                    state.after.set(Optional.of(why));
                    lookAfter(journal, target, wantsBack);
                });
    }

    /** A server that does not answer leaves the start page as the way on; why there is no way back is said. */
    private void lookAfter(Path begun, Target target, boolean wantsBack) {
        job = Optional.of(background.perform(
                () -> ports.conduct().look(begun, target),
                now -> {
                    seen.accept(now);
                    state.found.set(Optional.of(now));
                    if (wantsBack) {
                        now.offers().forEach(this::goBack);
                    }
                },
                unseen -> unseen(begun, () -> {
                    if (wantsBack) {
                        state.after.set(Optional.of(unseen));
                    }
                })));
    }

    /** Where the run may have left SQL Server stopped, its journal is all that there is; elsewhere nobody knows. */
    private void unseen(Path begun, Runnable otherwise) {
        job = Optional.of(background.perform(
                () -> ports.conduct().whileStopped(begun),
                run -> {
                    state.looking.set(false);
                    state.stopped.set(run);
                    if (run.isEmpty()) {
                        otherwise.run();
                    }
                },
                unreadable -> {
                    state.looking.set(false);
                    otherwise.run();
                }));
    }

    /** Brings a run of another machine here, and looks at it then. */
    private void takeOver(Path from, Consumer<Found> standing) {
        state.looking.set(true);
        Target target = target();
        Path parent = ports.folder().get();
        job = Optional.of(background.perform(
                () -> ports.conduct().takeOver(from, parent, target),
                here -> {
                    draft.begun().set(here);
                    look(here, Optional.empty(), standing);
                },
                why -> {
                    state.looking.set(false);
                    state.problem.set(Optional.of(why));
                }));
    }

    private void goBack(Offer offer) {
        if (offer instanceof Offer.BackOut all) {
            back(all.plan());
        }
    }

    /**
     * Looks at a run that ended early.
     *
     * @param way is taken by itself, if it is open
     */
    void look(Path begun, Optional<Way> way, Consumer<Found> standing) {
        if (way.equals(Optional.of(Way.TAKE_OVER))) {
            takeOver(begun, standing);
            return;
        }
        Target target = target();
        look(
                begun,
                () -> ports.conduct().look(begun, target),
                standing,
                now -> way.ifPresent(wanted -> {
                    switch (wanted) {
                        case BACK_OUT -> now.offers().forEach(this::goBack);
                        case FORWARD -> dropBackOut(standing);
                        case TAKE_OVER -> {}
                    }
                }));
    }

    /** Drops a back-out that was approved and has not begun, and looks again. Changes the journal alone. */
    void dropBackOut(Consumer<Found> standing) {
        Target target = target();
        state.found
                .get()
                .map(Found::run)
                .filter(RunRecord::mayGoEitherWay)
                .map(RunRecord::folder)
                .ifPresent(begun -> look(
                        begun,
                        () -> {
                            ports.conduct().withdrawBackOut(begun);
                            return ports.conduct().look(begun, target);
                        },
                        standing,
                        now -> {}));
    }

    private void look(Path begun, Background.Work<Found> work, Consumer<Found> standing, Consumer<Found> then) {
        state.found.set(Optional.empty());
        state.stopped.set(Optional.empty());
        state.looking.set(true);
        job = Optional.of(background.perform(
                work,
                now -> {
                    state.looking.set(false);
                    standing.accept(now);
                    state.found.set(Optional.of(now));
                    then.accept(now);
                },
                why -> unseen(begun, () -> state.problem.set(Optional.of(why)))));
    }

    /** Files a way back beside the journal and shows it; it runs only once it is approved. */
    void back(Plan plan) {
        state.found
                .get()
                .ifPresent(now -> job = Optional.of(background.perform(
                        () -> ports.conduct().write(now.run(), plan),
                        scripts -> preview(now.run().folder(), new Rendered(plan, scripts)),
                        why -> state.problem.set(Optional.of(why)))));
    }

    /** Makes a new plan from what is there now; the run stays as it ended. */
    void planAnew(Plan plan) {
        draft.begun().drop();
        ports.replan().accept(plan, why -> state.problem.set(Optional.of(why)));
    }

    private void preview(Path folder, Rendered plan) {
        draft.begun().set(folder);
        draft.rendered().set(plan);
        ports.preview().run();
    }

    /** Writes the bundle of the plan that was approved: in its scripts a step that is done does nothing. */
    void export(Path to) {
        state.found
                .get()
                .map(Found::run)
                .map(RunRecord::first)
                .map(RunRecord.Part::approved)
                .ifPresent(plan -> write(plan, to));
    }

    private void write(ApprovedPlan plan, Path to) {
        background.perform(
                () -> ports.bundling().write(new Rendered(plan.plan(), plan.scripts()), to),
                written -> state.exported.set(Words.of("run.export.said", written)),
                why -> state.exported.set(
                        why.summary().text() + " " + why.next().text()));
    }

    private Target target() {
        return draft.target().get().orElseThrow();
    }
}
