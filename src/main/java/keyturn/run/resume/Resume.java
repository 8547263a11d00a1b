package keyturn.run.resume;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.plan.BackOut;
import keyturn.plan.Plan;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.verify.TestVerdicts;
import keyturn.plan.verify.Verification.RunSeen;
import keyturn.run.journal.Reach;
import keyturn.run.journal.RunFiles;
import keyturn.run.journal.RunRecord;
import keyturn.run.journal.RunRecord.Part;
import keyturn.run.step.Halt;
import keyturn.script.Scripts;
import keyturn.script.json.SavedPlan;

/** Looks at a run that ended early and says what may come next; changes nothing on the server. */
public final class Resume {

    private final Connector connector;
    private final Inspector inspector;
    private final Clock clock;

    public Resume(Connector connector, Inspector inspector, Clock clock) {
        this.connector = connector;
        this.inspector = inspector;
        this.clock = clock;
    }

    /**
     * @param journal the journal, or its folder
     * @throws Problem.Raised as {@link RunRecord#open}; if the target cannot be opened, or is another server than the run's
     *     ({@code run.other-server})
     */
    public Found look(Path journal, Target target) throws Problem.Raised {
        RunRecord run = RunRecord.open(journal);
        Part part = run.current();
        List<DllPath> files = new ArrayList<>(part.plan().basis().files());
        files.addAll(BackOut.filesOf(run.first().plan()));
        Inspection now;
        try (Session session = connector.openFor(target, run.runId())) {
            now = inspector.inspect(session, files);
        }
        LaterLook.sameServer(run.first().plan(), now);
        Reach reach = part.reach();
        RunSeen seen = part.seen();
        var each = new ByDatabase(now);
        List<Standing> steps = part.plan().steps().stream()
                .map(step -> new Standing(step, reach.of(step), reach.unanswered(step), holds(step, each, seen)))
                .toList();
        return new Found(run, now, steps, offers(run, now), part.otherwise());
    }

    /** A test leaves nothing that a look could see, so what the run noted of it counts; a database that is closed now is told. */
    private static Holds holds(Step step, ByDatabase each, RunSeen seen) {
        Holds now = StepConditions.holds(step, each);
        return now instanceof Holds.Unknown ? TestVerdicts.noted(step, seen).orElse(now) : now;
    }

    /**
     * Files a back-out beside the run's journal, to be shown and approved.
     *
     * @return its scripts, as they would be sent
     */
    public static Scripts write(RunRecord run, Plan back) throws Problem.Raised {
        return RunFiles.write(run.folder(), back).scripts();
    }

    /** The back-out that was filed under this digest. */
    public static Optional<SavedPlan> written(RunRecord run, String digest) throws Problem.Raised {
        return RunFiles.backOut(run.folder(), digest).map(RunFiles.Planned::saved);
    }

    private List<Offer> offers(RunRecord run, Inspection now) {
        Optional<Problem> elsewhere = TakeOver.refusal(run);
        if (elsewhere.isPresent()) {
            return List.of(new Offer.Cannot(elsewhere.get()));
        }
        Part first = run.first();
        Optional<Problem> missing = NotInPlace.problem(run.current(), now);
        List<Offer> offers = new ArrayList<>(List.of(goOn(run, now, missing)));
        if (!run.goingBack()
                && first.begun().stream().anyMatch(step -> Conduct.of(step).changes())) {
            switch (BackOut.undo(first.plan(), first.mayHaveChanged(), now, clock.instant())) {
                case BackOut.Offered offered -> offers.add(new Offer.BackOut(offered.plan()));
                case BackOut.NotOffered not -> not.because().forEach(why -> offers.add(new Offer.Cannot(why)));
            }
        }
        if (missing.isPresent() && !run.current().left().isEmpty()) {
            offers.add(new Offer.PlanAnew(first.plan()));
        }
        if (!run.goingBack()) {
            BackOut.repair(first.plan(), now, clock.instant())
                    .ifPresent(plan -> offers.add(new Offer.OnlyEnable(plan)));
        }
        return offers;
    }

    /** @param missing why nothing may be built on what the run has done */
    private static Offer goOn(RunRecord run, Inspection now, Optional<Problem> missing) {
        Part part = run.current();
        if (part.left().isEmpty()) {
            return new Offer.NothingLeft();
        }
        Plan plan = part.plan();
        return plan.basis()
                .firstMoved(Basis.of(now, plan.choices()), part.begun())
                .map(Halt::moved)
                .or(() -> missing)
                .<Offer>map(Offer.Cannot::new)
                .orElseGet(() -> new Offer.Continue(part.left()));
    }
}
