package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.Undo;
import keyturn.script.Scripts.StepScript;

/** A step with its act and what undoes it as JSON, and back. Its words stand elsewhere ({@link WordsJson}). */
final class StepJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BY_HAND = "by-hand";
    private static final String NONE = "none";

    private StepJson() {}

    static ObjectNode write(StepScript script) {
        Step step = script.step();
        ObjectNode written = JSON.objectNode()
                .put("number", step.id().number())
                .put("node", step.node().value());
        written.setAll(kind(step));
        ObjectNode about =
                written.putObject("about").put("risk", step.about().risk().name());
        step.about()
                .permission()
                .ifPresent(permission -> about.putObject("permission")
                        .put("name", permission.name())
                        .put("securable", permission.securable()));
        about.put("expected", step.about().expected().toString());
        about.put("interrupts", step.about().interrupts());
        written.set("act", ActJson.write(script.act()));
        switch (step.about().undo()) {
            case Undo.BySteps by -> {
                ArrayNode steps = written.putArray("undo");
                script.undo().forEach(undo -> steps.add(write(undo)));
            }
            case Undo.ByHand hand -> written.put("undo", BY_HAND);
            case Undo.None none -> written.put("undo", NONE);
        }
        return written;
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

    /** @param words of this step and of what undoes it */
    static StepScript read(Fields step, Fields words) {
        List<StepScript> undo = undo(step, words);
        return new StepScript(step(step, about(step, words, undo)), ActJson.read(step.object("act")), undo);
    }

    private static List<StepScript> undo(Fields step, Fields words) {
        if (!step.isArray("undo")) {
            return List.of();
        }
        List<Fields> steps = step.objects("undo");
        List<Fields> theirs = words.objects("undo");
        if (steps.size() != theirs.size()) {
            throw new Fields.Malformed(words.at("undo"));
        }
        return IntStream.range(0, steps.size())
                .mapToObj(i -> read(steps.get(i), theirs.get(i)))
                .toList();
    }

    private static Step.About about(Fields step, Fields words, List<StepScript> undo) {
        Fields about = step.object("about");
        return new Step.About(
                WordsJson.message(words, "title"),
                WordsJson.message(words, "why"),
                WordsJson.message(words, "source"),
                WordsJson.message(words, "trueAfter"),
                about.text("risk", Step.Risk::valueOf),
                about.has("permission") ? Optional.of(permission(about.object("permission"))) : Optional.empty(),
                undone(step, words, undo),
                about.text("expected", Duration::parse),
                about.truth("interrupts"));
    }

    private static Undo undone(Fields step, Fields words, List<StepScript> undo) {
        if (step.isArray("undo")) {
            return new Undo.BySteps(undo.stream().map(StepScript::step).toList());
        }
        return switch (step.text("undo")) {
            case BY_HAND -> new Undo.ByHand(WordsJson.message(words, "undo"));
            case NONE -> new Undo.None(WordsJson.message(words, "undo"));
            default -> throw new Fields.Malformed(step.at("undo"));
        };
    }

    private static Permission permission(Fields permission) {
        return new Permission(permission.text("name"), permission.text("securable"));
    }

    private static Step step(Fields step, Step.About about) {
        StepId id = id(step);
        NodeName node = step.text("node", NodeName::new);
        return switch (step.text("kind")) {
            case "point-provider" ->
                new Step.PointProvider(
                        id,
                        node,
                        about,
                        step.text("provider", ProviderName::new),
                        step.text("from", DllPath::new),
                        step.text("to", DllPath::new));
            case "enable-provider" ->
                new Step.EnableProvider(id, node, about, step.text("provider", ProviderName::new));
            case "read-provider" ->
                new Step.ReadProvider(
                        id, node, about, step.text("provider", ProviderName::new), step.text("expected", DllPath::new));
            case "prove-database" ->
                new Step.ProveDatabase(
                        id,
                        node,
                        about,
                        step.text("database", DatabaseName::new),
                        step.text("proof", Step.ProofKind::valueOf),
                        step.text("phase", Step.Phase::valueOf));
            default -> KeyStepJson.read(id, node, about, step);
        };
    }

    private static StepId id(Fields step) {
        int number = step.whole("number");
        if (number < 1) {
            throw new Fields.Malformed(step.at("number"));
        }
        return new StepId(number);
    }
}
