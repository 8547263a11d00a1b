package keyturn.plan.flow.restore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.VaultAddress;
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
import keyturn.plan.flow.KeyCopyTree;
import keyturn.plan.flow.Ticket;
import keyturn.plan.forecast.Cause;
import keyturn.plan.step.Step;

/** The restore of lost vault keys from their backups, and the drill of it. */
public record RestoreKeysFlow() implements Flow {

    public static final FlowName NAME = new FlowName("restore-keys");

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return estate.only()
                .map(server -> RestoreKeysPlanner.plan(server, own(choices), now))
                .orElseGet(estate::blocked);
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        return RestoreKeysPlanner.preflight(own(choices).situation(inspection));
    }

    @Override
    public boolean mends(Cause cause) {
        return switch (cause) {
            case Cause.KeyNotInVault gone -> true;
            case Cause.KeyGone other -> false;
            case Cause.NoLogin other -> false;
            case Cause.NoCredential other -> false;
            case Cause.EkmOff other -> false;
            case Cause.ProviderGone other -> false;
            case Cause.ProviderDisabled other -> false;
            case Cause.DllGone other -> false;
            case Cause.DllUnusable other -> false;
            case Cause.LoginDisabled other -> false;
            case Cause.VersionDisabled other -> false;
            case Cause.MayNotUnwrap other -> false;
            case Cause.SecretExpired other -> false;
            case Cause.HeldSecretOver other -> false;
        };
    }

    @Override
    public boolean bringsKeysBack() {
        return true;
    }

    /** A key that was restored stays: databases may need it. */
    @Override
    public BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at) {
        return new BackOut.NotOffered(List.of(Blocks.of("undo.nothing", Optional.empty())));
    }

    @Override
    public Message changing(Plan plan) {
        return words("section.change." + own(plan.choices()).purpose());
    }

    @Override
    public ChoiceTree written(Choices choices) {
        RestoreKeysChoices own = own(choices);
        ChoiceTree tree = ChoiceTree.empty()
                .with("provider", own.provider().value())
                .with("into", own.into().map(VaultAddress::uri))
                .with("purpose", own.purpose().name())
                .with("deleted", own.deleted().name())
                .with("application", own.engine().map(ClientId::value))
                .with(
                        "backups",
                        new ChoiceTree.Trees(
                                own.copies().stream().map(KeyCopyTree::of).toList()));
        return own.assurances().writtenTo(tree);
    }

    @Override
    public RestoreKeysChoices read(ChoiceTree tree) {
        return new RestoreKeysChoices(
                tree.text("provider", ProviderName::new),
                tree.trees("backups", KeyCopyTree::read),
                tree.optional("into", VaultAddress::parse),
                tree.text("purpose", RestorePurpose::valueOf),
                tree.text("deleted", DeletedKeyChoice::valueOf),
                tree.optional("application", ClientId::new),
                Assurances.read(tree));
    }

    @Override
    public Ticket ticket(Plan plan) {
        RestoreKeysChoices choices = own(plan.choices());
        String kind = choices.purpose().isDrill() ? "drill" : "lost";
        int keys = choices.copies().size();
        return new Ticket(
                words("ticket.title." + kind, keys),
                words("ticket.purpose." + kind, keys),
                List.of(),
                new Ticket.Order(
                        List.of(words("order.before")),
                        words("order.forward"),
                        Stream.of("verify", "after." + kind)
                                .map(part -> words("order." + part))
                                .toList()));
    }

    private static RestoreKeysChoices own(Choices choices) {
        return RestoreKeysChoices.class.cast(choices);
    }
}
