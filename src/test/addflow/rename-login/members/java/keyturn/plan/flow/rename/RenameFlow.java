package keyturn.plan.flow.rename;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.Finding;
import keyturn.plan.check.InstanceChecks;
import keyturn.plan.check.Preflight;
import keyturn.plan.fact.Basis;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.flow.Ticket;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.LoginStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep;

/** Another name for the login of a key. */
public record RenameFlow() implements Flow {

    public static final FlowName NAME = new FlowName("rename-login");

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return estate.only().map(server -> plan(server, own(choices), now)).orElseGet(estate::blocked);
    }

    private PlanOutcome plan(Inspection inspection, RenameChoices choices, Instant now) {
        RenameSituation situation = choices.situation(inspection);
        Preflight preflight = preflight(inspection, choices);
        if (preflight.blocked()) {
            return new PlanOutcome.Blocked(preflight.problems());
        }
        if (situation.login(choices.to()).isPresent()) {
            return new PlanOutcome.NothingToDo(words("nothing", choices.to()));
        }
        return ready(situation, now, Direction.FORWARD)
                .<PlanOutcome>map(PlanOutcome.Ready::new)
                .orElseGet(() -> new PlanOutcome.Blocked(List.of(missing(situation))));
    }

    /** Empty where there is no such login, or its key is not known. */
    private static Optional<Plan> ready(RenameSituation situation, Instant now, Direction direction) {
        Inspection seen = situation.inspection();
        return situation
                .login(situation.choices().from())
                .flatMap(login -> login.key().map(key -> steps(situation, login, key, direction == Direction.BACK)))
                .map(steps -> new Plan(
                        seen.identity(), now, situation.choices(), direction, Basis.of(situation), steps, List.of()));
    }

    private static List<Step> steps(RenameSituation situation, KeyLogin login, AsymmetricKeyName key, boolean back) {
        NodeName node = situation.inspection().identity().node();
        LoginName to = situation.choices().to();
        List<Step> steps = new ArrayList<>();
        steps.add(new LoginStep.RenameKeyLogin(new StepId(1), node, login.name(), to, key, back));
        new TestSteps(situation).add(steps, situation.databases().open(), TestStep.Phase.AFTER);
        login.credential()
                .ifPresent(credential ->
                        steps.add(new KeyStep.ReadKeyChain(new StepId(steps.size() + 1), node, key, to, credential)));
        return steps;
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        RenameSituation situation = own(choices).situation(inspection);
        List<Finding> findings = Stream.of(
                        InstanceChecks.version(situation),
                        InstanceChecks.edition(situation),
                        InstanceChecks.provider(situation))
                .flatMap(found -> found)
                .toList();
        return Preflight.of(situation, findings);
    }

    @Override
    public BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at) {
        RenameSituation situation = own(done.choices()).back().situation(now);
        return ready(situation, at, Direction.BACK)
                .<BackOut.Offer>map(BackOut.Offered::new)
                .orElseGet(() -> new BackOut.NotOffered(List.of(missing(situation))));
    }

    private Problem missing(RenameSituation situation) {
        return new Problem(
                "plan.rename-login.missing",
                words("missing", situation.choices().from()),
                Optional.empty(),
                words("missing.next"));
    }

    @Override
    public ChoiceTree written(Choices choices) {
        RenameChoices own = own(choices);
        return own.assurances()
                .writtenTo(ChoiceTree.empty()
                        .with("provider", own.provider().value())
                        .with("from", own.from().value())
                        .with("to", own.to().value()));
    }

    @Override
    public RenameChoices read(ChoiceTree tree) {
        return new RenameChoices(
                tree.text("provider", ProviderName::new),
                tree.text("from", LoginName::new),
                tree.text("to", LoginName::new),
                Assurances.read(tree));
    }

    @Override
    public Ticket ticket(Plan plan) {
        RenameChoices choices = own(plan.choices());
        return new Ticket(
                words("ticket.title", choices.from(), choices.to()),
                words("ticket.purpose", choices.from(), choices.to()),
                List.of(),
                new Ticket.Order(List.of(), words("order.forward"), List.of(words("order.verify"))));
    }

    private static RenameChoices own(Choices choices) {
        return RenameChoices.class.cast(choices);
    }
}
