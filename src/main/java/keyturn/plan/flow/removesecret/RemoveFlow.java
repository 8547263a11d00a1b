package keyturn.plan.flow.removesecret;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.CredentialName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.BackOut;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.Preflight;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.Ticket;
import keyturn.plan.step.Step;

/** The removal of a secret of the application that SQL Server signs in as. */
public record RemoveFlow() implements Flow {

    public static final FlowName NAME = new FlowName("remove-secret");

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return estate.only()
                .map(server -> RemovePlanner.plan(server, own(choices), now))
                .orElseGet(estate::blocked);
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        return RemovePlanner.preflight(own(choices).situation(inspection));
    }

    /** Nobody knows what the secret was. */
    @Override
    public BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at) {
        String why = begun.isEmpty() ? "undo.nothing" : "undo.secret-gone";
        return new BackOut.NotOffered(List.of(Blocks.of(why, Optional.empty())));
    }

    @Override
    public ChoiceTree written(Choices choices) {
        RemoveChoices own = own(choices);
        ChoiceTree tree = ChoiceTree.empty()
                .with("provider", own.provider().value())
                .with("application", own.secret().application().value())
                .with("keyId", own.secret().keyId())
                .with(
                        "credentials",
                        new ChoiceTree.Texts(own.credentials().stream()
                                .map(CredentialName::value)
                                .sorted()
                                .toList()))
                .with("holds", own.holds())
                .with("otherUsers", own.otherUsers())
                .with("byOwner", String.valueOf(own.byOwner()));
        return own.assurances().writtenTo(tree);
    }

    @Override
    public RemoveChoices read(ChoiceTree tree) {
        return new RemoveChoices(
                tree.text("provider", ProviderName::new),
                new RemoveChoices.SecretId(tree.text("application", ClientId::new), tree.text("keyId", text -> text)),
                Set.copyOf(tree.texts("credentials", CredentialName::new)),
                tree.optional("holds", text -> text),
                tree.text("otherUsers", text -> text),
                tree.text("byOwner", Boolean::parseBoolean),
                Assurances.read(tree));
    }

    @Override
    public Ticket ticket(Plan plan) {
        RemoveChoices choices = own(plan.choices());
        return new Ticket(
                words("ticket.title", choices.secret().application()),
                words(
                        "ticket.purpose",
                        choices.secret().application(),
                        choices.secret().keyId()),
                List.of(),
                new Ticket.Order(
                        List.of(words("order.before")), words("order.forward"), List.of(words("order.after"))));
    }

    private static RemoveChoices own(Choices choices) {
        return RemoveChoices.class.cast(choices);
    }
}
