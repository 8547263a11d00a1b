package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import keyturn.plan.Flows;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.Choices;

/** The choices of any flow as JSON, and back: the flow's name, and what the flow itself wants to keep. */
final class ChoicesJson {

    private static final String FLOW = "flow";

    private ChoicesJson() {}

    static ObjectNode write(Choices choices) {
        ObjectNode written = JsonNodeFactory.instance
                .objectNode()
                .put(FLOW, choices.flow().name().value());
        return put(written, choices.flow().written(choices));
    }

    private static ObjectNode put(ObjectNode written, ChoiceTree tree) {
        tree.fields().forEach((name, value) -> put(written, name, value));
        return written;
    }

    private static void put(ObjectNode written, String name, ChoiceTree.Value value) {
        switch (value) {
            case ChoiceTree.Text text -> written.put(name, text.text());
            case ChoiceTree.Texts texts -> {
                ArrayNode array = written.putArray(name);
                texts.texts().forEach(array::add);
            }
            case ChoiceTree.Pairs pairs -> {
                ObjectNode object = written.putObject(name);
                pairs.pairs().forEach(object::put);
            }
            case ChoiceTree.Trees trees -> {
                ArrayNode array = written.putArray(name);
                trees.trees().forEach(tree -> put(array.addObject(), tree));
            }
        }
    }

    static Choices read(Fields choices) {
        try {
            return Flows.named(choices.text(FLOW))
                    .orElseThrow(() -> new Fields.Malformed(choices.at(FLOW)))
                    .read(tree(choices));
        } catch (ChoiceTree.Malformed malformed) {
            var here = new Fields.Malformed(choices.at(malformed.field()));
            here.initCause(malformed);
            throw here;
        }
    }

    private static ChoiceTree tree(Fields fields) {
        SequencedMap<String, ChoiceTree.Value> read = new LinkedHashMap<>();
        fields.object().fieldNames().forEachRemaining(name -> {
            if (!name.equals(FLOW)) {
                read.put(name, value(fields, name));
            }
        });
        return new ChoiceTree(read);
    }

    private static ChoiceTree.Value value(Fields choices, String name) {
        return switch (choices.object().path(name).getNodeType()) {
            case ARRAY ->
                choices.array(name).path(0).isObject()
                        ? new ChoiceTree.Trees(choices.objects(name).stream()
                                .map(ChoicesJson::tree)
                                .toList())
                        : new ChoiceTree.Texts(choices.texts(name));
            case OBJECT -> new ChoiceTree.Pairs(choices.object(name).allTexts());
            case STRING, NUMBER, BOOLEAN, BINARY, MISSING, NULL, POJO -> new ChoiceTree.Text(choices.text(name));
        };
    }
}
