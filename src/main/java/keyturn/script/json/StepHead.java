package keyturn.script.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.domain.NodeName;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/** What every step begins with. */
record StepHead(StepId id, NodeName node) {

    static StepHead of(Fields step) {
        int number = step.whole("number");
        if (number < 1) {
            throw new Fields.Malformed(step.at("number"));
        }
        return new StepHead(new StepId(number), step.text("node", NodeName::new));
    }

    /** The head of a step that is written, until its family names the kind. */
    record Written(Step step, Kinds<Step> family) {

        /**
         * Head and kind, for the family to go on with.
         *
         * @throws IllegalArgumentException for a kind of another family, which would be read as that
         */
        ObjectNode as(Kinds.Kind kind) {
            family.check(kind);
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("number", step.id().number())
                    .put("node", step.node().value())
                    .put("kind", kind.name());
        }
    }
}
