package keyturn.script.json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.Undo;

/** From a plan's JSON back to the plan; acts and words are not taken from the file but rendered again and compared. */
final class PlanReader {

    private PlanReader() {}

    static Plan plan(Fields file) {
        return new Plan(
                server(file.object("server")),
                file.text("madeAt", Instant::parse),
                ChoicesJson.read(file.object("choices")),
                file.text("direction", Direction::valueOf),
                BasisJson.read(file.object("basis")),
                file.objects("steps").stream().map(PlanReader::step).toList(),
                file.objects("notices").stream().map(PlanReader::message).toList());
    }

    private static ServerIdentity server(Fields server) {
        return new ServerIdentity(
                server.text("name"),
                server.text("version"),
                server.text("edition"),
                server.text("node", NodeName::new),
                server.text("login"),
                server.truth("practice"));
    }

    private static Step step(Fields step) {
        StepId id = id(step);
        NodeName node = step.text("node", NodeName::new);
        Step.About about = about(step.object("about"));
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

    private static Step.About about(Fields about) {
        return new Step.About(
                message(about.object("title")),
                message(about.object("why")),
                message(about.object("source")),
                message(about.object("trueAfter")),
                about.text("risk", Step.Risk::valueOf),
                about.has("permission") ? Optional.of(permission(about.object("permission"))) : Optional.empty(),
                undo(about.object("undo")),
                about.text("expected", Duration::parse),
                about.truth("interrupts"));
    }

    private static Permission permission(Fields permission) {
        return new Permission(permission.text("name"), permission.text("securable"));
    }

    private static Undo undo(Fields undo) {
        if (undo.has("steps")) {
            List<Step> steps =
                    undo.objects("steps").stream().map(PlanReader::step).toList();
            return new Undo.BySteps(steps);
        }
        return undo.has("byHand")
                ? new Undo.ByHand(message(undo.object("byHand")))
                : new Undo.None(message(undo.object("none")));
    }

    /** A key that this version has no words for, or arguments that do not fit them, are malformed, not a fault of ours. */
    private static Message message(Fields message) {
        var read = new Message(message.text("key"), message.texts("arguments"));
        try {
            read.text();
        } catch (MissingResourceException | StringIndexOutOfBoundsException | IllegalArgumentException unknown) {
            var malformed = new Fields.Malformed(message.at("key"));
            malformed.initCause(unknown);
            throw malformed;
        }
        return read;
    }
}
