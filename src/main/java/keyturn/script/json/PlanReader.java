package keyturn.script.json;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.plan.Plan;
import keyturn.plan.fact.Basis;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.ProofChoice;
import keyturn.plan.flow.upgrade.NewBuild;
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
                choices(file.object("choices")),
                new Basis(file.object("basis").allTexts()),
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

    private static Choices choices(Fields choices) {
        if (choices.text("flow").equals("rotate-key")) {
            return RotationJson.read(choices);
        }
        boolean inPlace =
                choices.text("flow").equals("upgrade") && choices.text("lane").equals("in-place");
        if (!inPlace) {
            throw new Fields.Malformed(choices.at("flow"));
        }
        var upgrade = new Choices.UpgradeInPlace(
                choices.text("provider", ProviderName::new),
                choices.text("dll", DllPath::new),
                build(choices),
                proofs(choices.object("proofs")),
                confirmed(choices));
        return choices.has("wayBack") ? new Choices.WayBack(upgrade) : upgrade;
    }

    private static NewBuild build(Fields choices) {
        Optional<FileVersion> version =
                choices.has("build") ? Optional.of(choices.text("build", FileVersion::parse)) : Optional.empty();
        return new NewBuild(version, choices.text("buildFrom", NewBuild.Source::valueOf));
    }

    static Map<DatabaseName, ProofChoice> proofs(Fields proofs) {
        Map<DatabaseName, ProofChoice> read = new HashMap<>();
        proofs.allTexts()
                .keySet()
                .forEach(name -> read.put(new DatabaseName(name), proofs.text(name, ProofChoice::valueOf)));
        return read;
    }

    static Set<Confirmation> confirmed(Fields choices) {
        Set<Confirmation> read = EnumSet.noneOf(Confirmation.class);
        for (String name : choices.texts("confirmed")) {
            try {
                read.add(Confirmation.valueOf(name));
            } catch (IllegalArgumentException unknown) {
                var malformed = new Fields.Malformed(choices.at("confirmed"));
                malformed.initCause(unknown);
                throw malformed;
            }
        }
        return read;
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
