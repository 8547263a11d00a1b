package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import keyturn.script.Scripts.StepScript;

/** A step with its act and what undoes it as JSON, and back. It has no words: they are made from the step. */
final class StepJson {

    private static final String UNDO = "undo";

    private StepJson() {}

    static ObjectNode write(StepScript script) {
        ObjectNode written = TypedStepJson.write(script.step());
        GroupJson.write(written, script.group());
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
        return new StepScript(TypedStepJson.read(step), GroupJson.read(step), ActJson.read(step.object("act")), undo);
    }
}
