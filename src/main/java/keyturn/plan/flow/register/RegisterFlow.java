package keyturn.plan.flow.register;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.Ticket;
import keyturn.plan.forecast.Cause;
import keyturn.plan.step.Step;

/** A vault key comes into master, with its login and credential. */
public record RegisterFlow() implements Flow {

    public static final FlowName NAME = new FlowName("register-key");

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return estate.only()
                .map(server -> RegisterPlanner.plan(own(choices).situation(server), now))
                .orElseGet(estate::blocked);
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        return RegisterPlanner.preflight(own(choices).situation(inspection));
    }

    @Override
    public boolean mends(Cause cause) {
        return switch (cause) {
            case Cause.KeyGone gone -> true;
            case Cause.NoLogin none -> true;
            case Cause.NoCredential none -> true;
            case Cause.EkmOff other -> false;
            case Cause.ProviderGone other -> false;
            case Cause.ProviderDisabled other -> false;
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
        return RegisterBack.undo(own(done.choices()), begun, now, at);
    }

    @Override
    public Message changing(Plan plan) {
        return words("section.change." + plan.direction());
    }

    @Override
    public ChoiceTree written(Choices choices) {
        return RegisterTree.of(own(choices));
    }

    @Override
    public RegisterChoices read(ChoiceTree tree) {
        return RegisterTree.read(tree);
    }

    @Override
    public Ticket ticket(Plan plan) {
        RegisterChoices choices = own(plan.choices());
        String way = plan.direction() == Direction.FORWARD ? "ticket" : "ticket.back";
        return new Ticket(
                words(way + ".title", choices.vaultKey(), choices.names().key()),
                words(
                        way + ".purpose",
                        choices.vaultKey(),
                        choices.vault(),
                        choices.names().key()),
                List.of(),
                new Ticket.Order(
                        List.of(words("order.vault")),
                        words("order.forward"),
                        Stream.of("verify", "restart", "backout")
                                .map(part -> words("order." + part))
                                .toList()));
    }

    private static RegisterChoices own(Choices choices) {
        return RegisterChoices.class.cast(choices);
    }
}
