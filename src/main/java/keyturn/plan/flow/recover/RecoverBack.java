package keyturn.plan.flow.recover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.check.Blocks;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.RebuildStep;
import keyturn.plan.step.ReopenStep;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/** The way back: credentials name the old vault again, and nothing that was there for the run alone is left. Vault and keys stay. */
record RecoverBack(RecoverSituation situation, List<Step> begun) {

    BackOut.Offer offer(Instant at) {
        List<Step> steps = steps();
        if (steps.isEmpty()) {
            return new BackOut.NotOffered(List.of(Blocks.of("undo.nothing", Optional.empty())));
        }
        return new BackOut.Offered(new Plan(
                situation.inspection().identity(),
                at,
                situation.choices(),
                Direction.BACK,
                Basis.of(situation),
                steps,
                List.of(RecoverFlow.NAME.words("notice.back"), RepeatBound.notice())));
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        begun.stream()
                .flatMap(step -> step.asRecovery().stream())
                .flatMap(step -> step.asRebuild().stream())
                .forEach(step -> undo(steps, step));
        begun.stream().flatMap(step -> step.asCredential().stream()).forEach(step -> undo(steps, step));
        List<CredentialName> back = RebuildStep.pointed(steps)
                .map(RebuildStep.PointCredential::credential)
                .toList();
        if (!back.isEmpty()) {
            List<DatabaseName> databases =
                    situation.databases().open().stream().map(Database::name).toList();
            steps.add(new ReopenStep.ReadStart(id(steps), begun.getFirst().node(), back, databases));
        }
        return List.copyOf(steps);
    }

    private static StepId id(List<Step> steps) {
        return new StepId(steps.size() + 1);
    }

    private boolean isInPlace(Step step) {
        return StepConditions.holds(step, situation.inspection()) instanceof Holds.Yes;
    }

    private void undo(List<Step> steps, RebuildStep step) {
        switch (step) {
            case RebuildStep.SwapCredential swap -> undoSwap(steps, swap);
            case RebuildStep.OpenInScratch open -> drop(steps, open);
            case RebuildStep.PointCredential point -> undoPoint(steps, point);
            case RebuildStep.RecoverVault recover -> {}
            case RebuildStep.CreateVault create -> {}
            case RebuildStep.GrantKeyRights grant -> {}
            case RebuildStep.ClearRegistry clear -> {}
            case RebuildStep.DropScratch drop -> {}
        }
    }

    private void undoSwap(List<Step> steps, RebuildStep.SwapCredential swap) {
        if (!swap.back() && isInPlace(swap)) {
            steps.add(
                    new RebuildStep.SwapCredential(id(steps), swap.node(), swap.login(), swap.to(), swap.from(), true));
        }
    }

    private void drop(List<Step> steps, RebuildStep.OpenInScratch open) {
        Step drop = new RebuildStep.DropScratch(id(steps), open.node(), open.scratch());
        if (StepConditions.holds(drop, situation.inspection()) instanceof Holds.No) {
            steps.add(drop);
        }
    }

    private void undoPoint(List<Step> steps, RebuildStep.PointCredential point) {
        if (isInPlace(point)) {
            steps.add(new RebuildStep.PointCredential(
                    id(steps),
                    point.node(),
                    point.credential(),
                    point.to(),
                    point.from(),
                    point.application(),
                    point.provider(),
                    true));
        }
    }

    /** Temporary ones only: the flow makes no other. */
    private void undo(List<Step> steps, CredentialStep step) {
        switch (step) {
            case CredentialStep.AddCredential add -> {
                if (isInPlace(add)) {
                    steps.add(new CredentialStep.TakeCredential(id(steps), add.node(), add.login(), add.credential()));
                }
            }
            case CredentialStep.CreateCredential create -> {
                if (isInPlace(create)) {
                    Inspection seen = situation.inspection();
                    steps.add(new CredentialStep.DropCredential(
                            id(steps), seen.identity().node(), create.credential()));
                }
            }
            case CredentialStep.TakeCredential take -> {}
            case CredentialStep.DropCredential drop -> {}
        }
    }
}
