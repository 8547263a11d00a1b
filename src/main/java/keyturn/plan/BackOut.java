package keyturn.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Blocks;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.ProviderSteps;
import keyturn.plan.step.Step;
import keyturn.plan.step.Undo;

/**
 * What is offered after a run: the back-out as a plan that is previewed, approved and run like any other, if it still fits;
 * and the repair of what a failed step left behind.
 */
public final class BackOut {

    private BackOut() {}

    /** Whether the back-out still fits. */
    public sealed interface Offer {}

    /** It does; approve and run it. */
    public record Offered(Plan plan) implements Offer {}

    /** It does not, for these reasons. */
    public record NotOffered(List<Problem> because) implements Offer {
        public NotOffered {
            because = List.copyOf(because);
        }
    }

    /**
     * @param done the plan that has run, wholly or in part
     * @param now a fresh look that has the old file among its files ({@link #filesOf})
     */
    public static Offer undo(Plan done, Inspection now, Instant at) {
        return undo(done, done.steps(), now, at);
    }

    /** @param begun steps whose acts may have been performed: what was never begun needs no back-out */
    public static Offer undo(Plan done, List<Step> begun, Inspection now, Instant at) {
        return done.direction() == Direction.FORWARD
                ? withoutSnapshots(done, now, done.flow().backOut(done, begun, now, at))
                : new NotOffered(List.of(Blocks.of("undo.nothing", Optional.empty())));
    }

    /** A back-out of whatever flow drops the snapshots that tests of the run made and left behind. */
    private static Offer withoutSnapshots(Plan done, Inspection now, Offer offer) {
        return switch (offer) {
            case Offered offered -> new Offered(LeftSnapshots.droppedBy(offered.plan(), done, now));
            case NotOffered not -> not;
        };
    }

    /** Present where a failed step of this plan has left something behind that is mended alone, such as a disabled provider. */
    public static Optional<Plan> repair(Plan done, Inspection now, Instant at) {
        return done.flow().repair(done, now, at);
    }

    /** Files that a look must ask for before the back-out can be judged: the old DLL. */
    public static List<DllPath> filesOf(Plan done) {
        return done.flow().filesToBackOut(done);
    }

    /**
     * What undoes one step, from the state just read: to be written down before the step is sent.
     *
     * @param now a look right before the step
     */
    public static List<Step> ofStep(Step step, Inspection now) {
        return step.asProvider()
                .flatMap(ProviderStep::asPoint)
                .map(point -> ProviderSteps.undo(point, now))
                .orElseGet(() -> planned(step));
    }

    private static List<Step> planned(Step step) {
        return switch (Conduct.of(step).undo()) {
            case Undo.BySteps by -> by.steps();
            case Undo.ByHand hand -> List.of();
            case Undo.None none -> List.of();
        };
    }
}
