package keyturn.plan.flow.enableekm;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.Preflight;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.Ticket;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.next.NextJob;
import keyturn.plan.step.SetupStep;
import keyturn.plan.step.Step;

/** A server gets what it lacks to use keys of a vault. */
public record EnableEkmFlow() implements Flow {

    public static final FlowName NAME = new FlowName("enable-ekm");

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return estate.only()
                .map(server -> EnableEkmPlanner.plan(own(choices).situation(server), now))
                .orElseGet(estate::blocked);
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        return EnableEkmPlanner.preflight(own(choices).situation(inspection));
    }

    @Override
    public List<DllPath> filesToPlan(Inspection inspection, Choices choices) {
        return List.of(own(choices).dll());
    }

    @Override
    public boolean needsProvider() {
        return false;
    }

    /** A server without any provider is a new one. */
    @Override
    public List<NextJob> due(Inspection seen, Forecast forecast, Period keyAge) {
        return seen.facts().providers().value().filter(List::isEmpty).stream()
                .map(none ->
                        new NextJob(NextJob.Urgency.LATER, words("due"), words("due.why"), new NextJob.Way.Start(NAME)))
                .toList();
    }

    @Override
    public boolean mends(Cause cause) {
        return switch (cause) {
            case Cause.EkmOff off -> true;
            case Cause.ProviderGone gone -> true;
            case Cause.ProviderDisabled disabled -> true;
            case Cause.KeyGone other -> false;
            case Cause.NoLogin other -> false;
            case Cause.NoCredential other -> false;
            case Cause.DllGone other -> false;
            case Cause.DllUnusable other -> false;
            case Cause.LoginDisabled other -> false;
            case Cause.VersionDisabled other -> false;
            case Cause.KeyNotInVault other -> false;
            case Cause.MayNotUnwrap other -> false;
            case Cause.SecretExpired other -> false;
            case Cause.HeldSecretOver other -> false;
        };
    }

    @Override
    public BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at) {
        return EnableEkmBack.undo(own(done.choices()), begun, now, at);
    }

    @Override
    public Message changing(Plan plan) {
        return words("section.change." + plan.direction());
    }

    @Override
    public ChoiceTree written(Choices choices) {
        return EnableEkmTree.of(own(choices));
    }

    @Override
    public EnableEkmChoices read(ChoiceTree tree) {
        return EnableEkmTree.read(tree);
    }

    @Override
    public Ticket ticket(Plan plan) {
        EnableEkmChoices choices = own(plan.choices());
        boolean forward = plan.direction() == Direction.FORWARD;
        String way = forward ? "ticket" : "ticket.back";
        boolean creates = SetupStep.created(plan.steps()).findAny().isPresent();
        return new Ticket(
                words(way + ".title", choices.provider()),
                words(way + ".purpose", choices.provider(), choices.dll()),
                forward && creates ? Confirmation.OF_UPGRADE : List.of(),
                new Ticket.Order(
                        List.of(words("order.host")),
                        words("order.forward"),
                        Stream.of("verify", "encrypt", "backout")
                                .map(part -> words("order." + part))
                                .toList()));
    }

    private static EnableEkmChoices own(Choices choices) {
        return EnableEkmChoices.class.cast(choices);
    }
}
