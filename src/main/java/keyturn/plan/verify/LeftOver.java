package keyturn.plan.verify;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.DirectoryStep.AddAppSecret;
import keyturn.plan.verify.Verification.RunSeen;

/** What a run has left: secrets that its credentials do not hold, and a start that is still to come. */
final class LeftOver {

    private LeftOver() {}

    /** What nobody needs any more and only a person may remove; and what nobody may remove before it is known. */
    static List<Message> notes(Plan plan, Inspection fresh, RunSeen seen) {
        Stream<Message> secrets = DirectoryStep.added(plan.steps())
                .flatMap(step -> Stream.concat(
                        notes(step, seen.leftOver().unused(), "plan.note.secretLeft"),
                        notes(step, seen.leftOver().unknown(), "plan.note.secretSent")));
        return Stream.concat(secrets, PendingStart.notes(plan, fresh).stream()).toList();
    }

    private static Stream<Message> notes(AddAppSecret step, Set<LeftSecrets.Lost> which, String key) {
        return which.stream()
                .filter(lost -> lost.step().equals(step.id()))
                .map(LeftSecrets.Lost::told)
                .sorted()
                .map(told -> Message.of(key, step.name(), told));
    }
}
