package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.plan.step.ReopenStep;
import keyturn.plan.step.Step;
import keyturn.script.json.Kinds.Kind;

/** The steps by which SQL Server opens databases anew as JSON, and back. */
final class ReopenStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind OPEN_DATABASE = KINDS.kind("open-database", ReopenStepJson::open);
    private static final Kind AWAIT_RESTART = KINDS.kind("await-restart", ReopenStepJson::await);
    private static final Kind READ_START = KINDS.kind("read-start", ReopenStepJson::read);

    private ReopenStepJson() {}

    static ObjectNode write(StepHead.Written head, ReopenStep step) {
        return switch (step) {
            case ReopenStep.OpenDatabase open ->
                head.as(OPEN_DATABASE).put("database", open.database().value());
            case ReopenStep.AwaitRestart await -> with(head.as(AWAIT_RESTART), await.credentials(), await.databases());
            case ReopenStep.ReadStart read -> with(head.as(READ_START), read.credentials(), read.databases());
        };
    }

    private static ObjectNode with(ObjectNode node, List<CredentialName> credentials, List<DatabaseName> databases) {
        ArrayNode names = node.putArray("credentials");
        credentials.forEach(name -> names.add(name.value()));
        ArrayNode opened = node.putArray("databases");
        databases.forEach(name -> opened.add(name.value()));
        return node;
    }

    private static Step open(Fields step) {
        StepHead head = StepHead.of(step);
        return new ReopenStep.OpenDatabase(head.id(), head.node(), step.text("database", DatabaseName::new));
    }

    private static Step await(Fields step) {
        StepHead head = StepHead.of(step);
        return new ReopenStep.AwaitRestart(head.id(), head.node(), credentials(step), databases(step));
    }

    private static Step read(Fields step) {
        StepHead head = StepHead.of(step);
        return new ReopenStep.ReadStart(head.id(), head.node(), credentials(step), databases(step));
    }

    private static List<DatabaseName> databases(Fields step) {
        return step.texts("databases").stream()
                .map(name -> step.name(name, DatabaseName::new))
                .toList();
    }

    private static List<CredentialName> credentials(Fields step) {
        return step.texts("credentials").stream()
                .map(name -> step.name(name, CredentialName::new))
                .toList();
    }
}
