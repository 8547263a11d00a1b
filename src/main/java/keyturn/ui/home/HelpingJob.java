package keyturn.ui.home;

import java.util.Optional;
import keyturn.plan.Flows;
import keyturn.plan.flow.Flow;
import keyturn.plan.next.NextJob;
import keyturn.plan.next.NextJob.Way;

/** The job that the primary button of a server's home starts. */
final class HelpingJob {

    private HelpingJob() {}

    /**
     * Where a restart is known to fail, the first job that must come before one, or none where no job repairs that.
     *
     * @param chosen what somebody came for
     */
    static Optional<Flow> of(Overview seen, Flow chosen) {
        return seen.forecast().server().isFailing()
                ? seen.next().stream()
                        .filter(job -> job.urgency() == NextJob.Urgency.FIRST)
                        .flatMap(job -> flow(job.way()).stream())
                        .findFirst()
                : Optional.of(chosen);
    }

    private static Optional<Flow> flow(Way way) {
        return switch (way) {
            case Way.Start start -> Flows.named(start.flow().value());
            case Way.Blocked blocked -> Optional.empty();
            case Way.NotBuilt none -> Optional.empty();
            case Way.ByHand hand -> Optional.empty();
        };
    }
}
