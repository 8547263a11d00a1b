package keyturn.script.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.domain.CredentialName;
import keyturn.domain.ProviderName;
import keyturn.plan.step.Group;
import keyturn.plan.step.Group.Held;

/** From where to where steps must not be parted, as the steps themselves say it in a saved plan. */
final class GroupJson {

    private static final String GROUP = "group";
    private static final String OPENS = "opens";
    private static final String CLOSES = "closes";
    private static final String PROVIDER = "provider";
    private static final String CREDENTIAL = "credential";

    private GroupJson() {}

    /** A step that can be parted from all others has no such field. */
    static void write(ObjectNode step, Group group) {
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
        };
    }

    static Group read(Fields step) {
        if (!step.has(GROUP)) {
            return new Group.None();
        }
        Fields group = step.object(GROUP);
        return group.has(OPENS)
                ? new Group.Opens(held(group.object(OPENS)))
                : new Group.Closes(held(group.object(CLOSES)));
    }

    private static Held held(Fields held) {
        return held.has(PROVIDER)
                ? new Held.Provider(held.text(PROVIDER, ProviderName::new))
                : new Held.Credential(held.text(CREDENTIAL, CredentialName::new));
    }
}
