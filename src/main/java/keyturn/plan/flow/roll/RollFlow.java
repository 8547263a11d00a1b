package keyturn.plan.flow.roll;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.Message;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.Preflight;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.Ticket;
import keyturn.plan.flow.TicketTasks;
import keyturn.plan.forecast.Evidence;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.next.NextJob;
import keyturn.plan.step.Step;

/** Another secret for the application that SQL Server signs in to its vault as. */
public record RollFlow() implements Flow {

    public static final FlowName NAME = new FlowName("roll-secret");

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return estate.only()
                .map(server -> RollPlanner.plan(server, own(choices), now))
                .orElseGet(estate::blocked);
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        return RollPlanner.preflight(own(choices).situation(inspection));
    }

    @Override
    public List<NextJob> due(Inspection seen, Forecast forecast, Period keyAge) {
        return new DueSecrets(seen).jobs(forecast);
    }

    @Override
    public boolean isShownBy(Evidence evidence) {
        return evidence.isOfNewestSecret();
    }

    @Override
    public BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at) {
        return RollBack.undo(own(done.choices()), begun, now, at);
    }

    @Override
    public Message changing(Plan plan) {
        return words("section.change." + plan.direction());
    }

    @Override
    public ChoiceTree written(Choices choices) {
        return RollTree.of(own(choices));
    }

    @Override
    public RollChoices read(ChoiceTree tree) {
        return RollTree.read(tree);
    }

    @Override
    public Ticket ticket(Plan plan) {
        RollChoices choices = own(plan.choices());
        String names = choices.credentials().stream().map(CredentialName::value).collect(Collectors.joining(", "));
        String application = choices.application().map(ClientId::value).orElse("");
        String way = plan.direction() == Direction.FORWARD ? "ticket" : "ticket.back";
        Stream<String> after = choices.restartsNow()
                ? Stream.of("verify", "studio", "old", "backout")
                : Stream.of("restart", "verify", "studio", "old", "backout");
        return new Ticket(
                words(way + ".title", application),
                words(way + ".purpose", application, names),
                List.of(),
                new Ticket.Order(
                        List.of(words("order.secret")),
                        words("order.forward"),
                        after.map(part -> words("order." + part)).toList()));
    }

    @Override
    public TicketTasks ticketTasks(Plan plan) {
        return new RollTasks(plan, own(plan.choices())).all();
    }

    private static RollChoices own(Choices choices) {
        return RollChoices.class.cast(choices);
    }
}
