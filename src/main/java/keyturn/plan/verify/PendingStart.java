package keyturn.plan.verify;

import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.CredentialName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.fact.SeenSecrets;
import keyturn.plan.step.ReopenStep;

/** Credentials that were given another secret, and a server that has not been started since. */
final class PendingStart {

    private PendingStart() {}

    static boolean isSeen(Plan plan, Inspection fresh) {
        return !notes(plan, fresh).isEmpty();
    }

    /** One where SQL Server is seen to run since before the change; none where that is not so, or cannot be read. */
    static List<Message> notes(Plan plan, Inspection fresh) {
        List<CredentialName> waiting =
                SeenSecrets.waiting(fresh, ReopenStep.credentials(plan.steps()).toList());
        return waiting.isEmpty()
                ? List.of()
                : List.of(Message.of(
                        "plan.note.secretPending",
                        fresh.identity().name(),
                        waiting.stream().map(CredentialName::value).collect(Collectors.joining(", "))));
    }
}
