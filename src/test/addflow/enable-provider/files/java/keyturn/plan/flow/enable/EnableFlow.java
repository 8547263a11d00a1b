package keyturn.plan.flow.enable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.NodeName;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.InstanceChecks;
import keyturn.plan.check.Preflight;
import keyturn.plan.fact.Basis;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.Ticket;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/** Enables a provider that stands disabled, and reads what is loaded then. */
public record EnableFlow() implements Flow {

    public static final FlowName NAME = new FlowName("enable-provider");

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return estate.only().map(server -> plan(server, own(choices), now)).orElseGet(estate::blocked);
    }

    private PlanOutcome plan(Inspection inspection, EnableChoices choices, Instant now) {
        EnableSituation situation = choices.situation(inspection);
        Preflight preflight = preflight(inspection, choices);
        if (preflight.blocked()) {
            return new PlanOutcome.Blocked(preflight.problems());
        }
        Inspection.Provider row = situation.provider().orElseThrow();
        return row.enabled()
                ? new PlanOutcome.NothingToDo(words("nothing", row.name()))
                : new PlanOutcome.Ready(new Plan(
                        inspection.identity(),
                        now,
                        choices,
                        Direction.FORWARD,
                        Basis.of(situation),
                        steps(inspection.identity().node(), row),
                        List.of()));
    }

    private static List<Step> steps(NodeName node, Inspection.Provider row) {
        return List.of(
                new ProviderStep.EnableProvider(new StepId(1), node, row.name(), false),
                new ProviderStep.ReadProvider(new StepId(2), node, row.name(), new DllPath(row.dllPath())));
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        EnableSituation situation = own(choices).situation(inspection);
        List<Finding> findings = Stream.of(
                        InstanceChecks.version(situation),
                        InstanceChecks.ekmOn(situation),
                        InstanceChecks.provider(situation))
                .flatMap(found -> found)
                .toList();
        return Preflight.of(situation, findings);
    }

    /** An enabled provider is what was wanted before and after. */
    @Override
    public BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at) {
        return new BackOut.NotOffered(List.of(Blocks.of("undo.nothing", Optional.empty())));
    }

    @Override
    public ChoiceTree written(Choices choices) {
        return choices.assurances()
                .writtenTo(
                        ChoiceTree.empty().with("provider", choices.provider().value()));
    }

    @Override
    public EnableChoices read(ChoiceTree tree) {
        return new EnableChoices(tree.text("provider", ProviderName::new), Assurances.read(tree));
    }

    @Override
    public Ticket ticket(Plan plan) {
        return new Ticket(
                words("ticket.title", plan.choices().provider()),
                words("ticket.purpose", plan.choices().provider()),
                List.of(),
                new Ticket.Order(List.of(), words("order.forward"), List.of(words("order.verify"))));
    }

    private static EnableChoices own(Choices choices) {
        return EnableChoices.class.cast(choices);
    }
}
