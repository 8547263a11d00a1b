package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import keyturn.domain.CredentialName;
import keyturn.domain.ProviderName;
import keyturn.plan.step.Group;
import keyturn.plan.step.Group.Held;
import keyturn.script.Scripts.StepScript;

/**
 * A step with its group, its act and what undoes it as JSON, and back. It has no words: they are made from the step.
 */
final class StepJson {

    private static final String UNDO = "undo";

    private static final String GROUP = "group";
    private static final String OPENS = "opens";
    private static final String CLOSES = "closes";
    private static final String PROVIDER = "provider";
    private static final String CREDENTIAL = "credential";
    private static final String ENGINE = "engine";

    private StepJson() {}

    static ObjectNode write(StepScript script) {
        ObjectNode written = TypedStepJson.write(script.step());
        write(written, script.group());
        written.set("act", ActJson.write(script.act()));
        if (!script.undo().isEmpty()) {
            ArrayNode steps = written.putArray(UNDO);
            script.undo().forEach(undo -> steps.add(write(undo)));
        }
        return written;
    }

    static StepScript read(Fields step) {
        List<StepScript> undo =
                step.has(UNDO) ? step.objects(UNDO).stream().map(StepJson::read).toList() : List.of();
        return new StepScript(TypedStepJson.read(step), group(step), ActJson.read(step.object("act")), undo);
    }

    /** A step that can be parted from all others has no such field. */
    private static void write(ObjectNode step, Group group) {
        switch (group) {
            case Group.None none -> {}
            case Group.Opens opens -> step.putObject(GROUP).set(OPENS, held(opens.held()));
            case Group.Closes closes -> step.putObject(GROUP).set(CLOSES, held(closes.held()));
        }
    }

    private static ObjectNode held(Held held) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (held) {
            case Held.Provider provider -> node.put(PROVIDER, provider.name().value());
            case Held.Credential credential ->
                node.put(CREDENTIAL, credential.name().value());
            case Held.Engine engine -> node.put(ENGINE, true);
        };
    }

    private static Group group(Fields step) {
        if (!step.has(GROUP)) {
            return new Group.None();
        }
        Fields group = step.object(GROUP);
        return group.has(OPENS)
                ? new Group.Opens(held(group.object(OPENS)))
                : new Group.Closes(held(group.object(CLOSES)));
    }

    private static Held held(Fields held) {
        if (held.has(ENGINE)) {
            return new Held.Engine();
        }
        return held.has(PROVIDER)
                ? new Held.Provider(held.text(PROVIDER, ProviderName::new))
                : new Held.Credential(held.text(CREDENTIAL, CredentialName::new));
    }
}
