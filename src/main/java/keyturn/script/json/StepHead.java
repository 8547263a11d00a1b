package keyturn.script.json;

import keyturn.domain.NodeName;
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
}
