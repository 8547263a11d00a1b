package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.plan.Plan;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.Undo;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;
import keyturn.script.act.Act;
import keyturn.script.act.DirectoryAct;
import keyturn.script.act.OperatorTask;
import keyturn.script.act.SqlAct;
import keyturn.script.act.VaultAct;

/** From a plan to its JSON; the order of the fields is the order of these lines. */
final class PlanWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlanWriter() {}

    static ObjectNode content(Plan plan, List<StepScript> scripts) {
        ObjectNode content = JSON.objectNode();
        content.put("madeAt", plan.madeAt().toString());
        content.set("server", server(plan.identity()));
        content.set("choices", ChoicesJson.write(plan.choices()));
        content.put("direction", plan.direction().name());
        content.set("basis", BasisJson.write(plan.basis()));
        ArrayNode notices = content.putArray("notices");
        plan.notices().forEach(notice -> notices.add(message(notice)));
        ArrayNode steps = content.putArray("steps");
        for (int i = 0; i < plan.steps().size(); i++) {
            steps.add(step(plan.steps().get(i), scripts.get(i)));
        }
        return content;
    }

    private static ObjectNode server(ServerIdentity identity) {
        return JSON.objectNode()
                .put("name", identity.name())
                .put("version", identity.productVersion())
                .put("edition", identity.edition())
                .put("node", identity.node().value())
                .put("login", identity.loginName())
                .put("practice", identity.practice());
    }

    private static ObjectNode step(Step step, StepScript script) {
        ObjectNode written = JSON.objectNode()
                .put("number", step.id().number())
                .put("node", step.node().value());
        written.setAll(kind(step));
        written.set("about", about(step.about()));
        written.putObject("act")
                .put("kind", kind(script.act()))
                .put("text", script.act().shown());
        return written.put("powershell", script.powershell());
    }

    private static String kind(Act act) {
        return switch (act) {
            case SqlAct.SqlBatch batch -> "sql";
            case VaultAct vault -> kind(vault);
            case DirectoryAct.AddSecret add -> "add-app-secret";
            case OperatorTask task -> "operator-task";
        };
    }

    private static String kind(VaultAct act) {
        return switch (act) {
            case VaultAct.CreateKey create -> "create-vault-key";
            case VaultAct.BackUpKey backUp -> "back-up-vault-key";
            case VaultAct.TryKey attempt -> "try-vault-key";
        };
    }

    private static ObjectNode kind(Step step) {
        ObjectNode written = JSON.objectNode();
        return switch (step) {
            case Step.PointProvider point ->
                written.put("kind", "point-provider")
                        .put("provider", point.provider().value())
                        .put("from", point.from().value())
                        .put("to", point.to().value());
            case Step.EnableProvider enable ->
                written.put("kind", "enable-provider")
                        .put("provider", enable.provider().value());
            case Step.ReadProvider read ->
                written.put("kind", "read-provider")
                        .put("provider", read.provider().value())
                        .put("expected", read.expected().value());
            case Step.ProveDatabase prove ->
                written.put("kind", "prove-database")
                        .put("database", prove.database().value())
                        .put("proof", prove.proof().name())
                        .put("phase", prove.phase().name());
            case KeyStep key -> KeyStepJson.write(key);
        };
    }

    private static ObjectNode about(Step.About about) {
        ObjectNode written = JSON.objectNode();
        written.set("title", message(about.title()));
        written.set("why", message(about.why()));
        written.set("source", message(about.source()));
        written.set("trueAfter", message(about.trueAfter()));
        written.put("risk", about.risk().name());
        about.permission()
                .ifPresent(permission -> written.putObject("permission")
                        .put("name", permission.name())
                        .put("securable", permission.securable()));
        written.set("undo", undo(about.undo()));
        written.put("expected", about.expected().toString());
        return written.put("interrupts", about.interrupts());
    }

    /** The way back is rendered too: what is approved includes it. */
    private static ObjectNode undo(Undo undo) {
        ObjectNode written = JSON.objectNode();
        switch (undo) {
            case Undo.BySteps by -> {
                ArrayNode steps = written.putArray("steps");
                by.steps().forEach(step -> steps.add(step(step, Scripts.render(step))));
            }
            case Undo.ByHand byHand -> written.set("byHand", message(byHand.how()));
            case Undo.None none -> written.set("none", message(none.because()));
        }
        return written;
    }

    /** Key and arguments to read it back, the words for whoever reads the file. */
    private static ObjectNode message(Message message) {
        ObjectNode written = JSON.objectNode().put("key", message.key());
        ArrayNode arguments = written.putArray("arguments");
        message.arguments().forEach(arguments::add);
        return written.put("text", message.text());
    }
}
