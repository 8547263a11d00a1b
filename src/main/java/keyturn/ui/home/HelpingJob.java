package keyturn.ui.home;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.plan.Flows;
import keyturn.plan.flow.Flow;
import keyturn.plan.next.NextJob;
import keyturn.plan.next.NextJob.Way;
import keyturn.ui.wizard.Draft;

/** The job that the primary button of a server's home starts. */
final class HelpingJob {

    private HelpingJob() {}

    /**
     * Where a restart is known to fail, a vault may be lost, or checks must find out why databases are closed, the first job that must come before one, or none where no job repairs that. Else what
     * somebody came for, or the most urgent of the jobs that are due.
     */
    static Optional<Flow> of(Overview seen, Draft draft) {
        Flow now = draft.flow().get();
        List<Flow> first = startable(seen.next().stream().filter(job -> job.urgency() == NextJob.Urgency.FIRST));
        if (seen.forecast().server().isFailing() || seen.vaultMayBeLost() || isForChecks(seen)) {
            return first.stream().findFirst();
        }
        List<Flow> due = first.isEmpty() ? startable(seen.next().stream()) : first;
        return draft.isMeant() || due.isEmpty() || due.contains(now) ? Optional.of(now) : Optional.of(due.getFirst());
    }

    private static boolean isForChecks(Overview seen) {
        return seen.next().stream().map(NextJob::way).anyMatch(new Way.Checks()::equals);
    }

    private static List<Flow> startable(Stream<NextJob> jobs) {
        return jobs.flatMap(job -> flow(job.way()).stream()).toList();
    }

    private static Optional<Flow> flow(Way way) {
        return switch (way) {
            case Way.Start start -> Flows.named(start.flow().value());
            case Way.Blocked blocked -> Optional.empty();
            case Way.NotBuilt none -> Optional.empty();
            case Way.Checks checks -> Optional.empty();
            case Way.ByHand hand -> Optional.empty();
        };
    }
}
