package keyturn.cli.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import keyturn.plan.Plan;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verification.StepVerdict;
import keyturn.run.RunResult;
import keyturn.run.step.Halt;

/** How a run ended, or what a later look says of it, as one object, format 1; {@code src/docs/schema/run.json} says what is in it. */
public final class RunJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RunJson() {}

    /** Empty for a run that was refused: that ends the verb as a problem. */
    public static Optional<String> of(Plan plan, RunResult result) {
        return switch (result) {
            case RunResult.Completed completed ->
                Optional.of(verified(plan, completed.verification(), completed.journal()));
            case RunResult.Stopped stopped -> Optional.of(stopped(plan, stopped));
            case RunResult.Refused refused -> Optional.empty();
        };
    }

    /** @param journal of the run */
    public static String verified(Plan plan, Verification verification, Path journal) {
        ObjectNode whole = whole(plan, "completed")
                .put("journal", journal.toString())
                .put("verdict", slug(verification.overall()))
                .put("lookedAt", verification.lookedAt().toString());
        ArrayNode steps = whole.putArray("steps");
        verification.verdicts().forEach(verdict -> put(steps.addObject(), verdict));
        ArrayNode notes = whole.putArray("notes");
        verification.notes().forEach(note -> notes.add(note.text()));
        return whole.toPrettyString();
    }

    private static String stopped(Plan plan, RunResult.Stopped stopped) {
        ObjectNode whole = whole(plan, "stopped")
                .put("journal", stopped.journal().toString())
                .put("at", stopped.at().number())
                .put("unknown", stopped.kind() == Halt.Kind.UNKNOWN);
        PlannedJson.put(whole.putObject("problem"), stopped.problem());
        return whole.toPrettyString();
    }

    private static ObjectNode whole(Plan plan, String outcome) {
        return MAPPER.createObjectNode()
                .put("format", 1)
                .put("outcome", outcome)
                .put("flow", plan.flow().name().value())
                .put("server", plan.identity().name())
                .put("practice", plan.identity().practice());
    }

    private static void put(ObjectNode into, StepVerdict step) {
        into.put("step", step.step().number());
        switch (step.verdict()) {
            case Verification.Met met ->
                into.put("verdict", "confirmed").put("found", met.found().text());
            case Verification.NotMet not ->
                into.put("verdict", "not-confirmed")
                        .put("expected", not.expected().text())
                        .put("found", not.found().text());
            case Verification.CannotTell cannot ->
                into.put("verdict", "unknown").put("why", cannot.why().text());
        }
    }

    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
