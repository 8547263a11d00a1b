package keyturn.plan.flow.upgrade;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.change.PlannedChange;
import keyturn.plan.check.Preflight;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.Ticket;
import keyturn.plan.flow.TicketTasks;
import keyturn.plan.step.Step;

/** Back to a former build of the connector: the steps of an upgrade, with other checks and other words. */
public record RollbackFlow() implements Flow {

    public static final FlowName NAME = new FlowName("rollback");

    private static final UpgradeFlow STEPS = new UpgradeFlow();

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return STEPS.plan(estate, choices, now);
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        return STEPS.preflight(inspection, choices);
    }

    @Override
    public List<DllPath> filesToPlan(Inspection inspection, Choices choices) {
        return STEPS.filesToPlan(inspection, choices);
    }

    @Override
    public List<DllPath> filesToBackOut(Plan done) {
        return STEPS.filesToBackOut(done);
    }

    @Override
    public BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at) {
        return STEPS.backOut(done, begun, now, at);
    }

    @Override
    public Optional<Plan> repair(Plan done, Inspection now, Instant at) {
        return STEPS.repair(done, now, at);
    }

    @Override
    public Optional<PlannedChange> change(Plan plan, Optional<Inspection> seen) {
        return STEPS.change(plan, seen);
    }

    @Override
    public Message changing(Plan plan) {
        return words("section.change." + (UpgradeFlow.isStop(plan) ? "stop." : "") + plan.direction());
    }

    @Override
    public ChoiceTree written(Choices choices) {
        return STEPS.written(choices);
    }

    @Override
    public UpgradeChoices read(ChoiceTree tree) {
        return STEPS.read(tree).back();
    }

    @Override
    public Ticket ticket(Plan plan) {
        UpgradeChoices choices = UpgradeChoices.class.cast(plan.choices());
        boolean stop = UpgradeFlow.isStop(plan);
        String lane = stop ? ".stop" : "";
        String way = plan.direction() == Direction.FORWARD ? "ticket" : "ticket.back";
        return new Ticket(
                words(way + ".title", choices.provider()),
                words(way + ".purpose" + lane, choices.provider(), choices.dll()),
                HostChecks.asked(choices.lane()),
                new Ticket.Order(
                        List.of(words("order.host")),
                        words("order.forward" + lane),
                        (stop ? Stream.of("verify") : Stream.of("verify", "restart", "again"))
                                .map(part -> words("order." + part))
                                .toList()));
    }

    @Override
    public TicketTasks ticketTasks(Plan plan) {
        return STEPS.ticketTasks(plan);
    }
}
