package keyturn.plan.flow.recover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultHome;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.Preflight;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.KeyCopyTree;
import keyturn.plan.flow.Ticket;
import keyturn.plan.flow.TicketTasks;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.Step;

/** The lost vault: recovered or created, filled from backups, opened by the engine before any outage. */
public record RecoverFlow() implements Flow {

    public static final FlowName NAME = new FlowName("recover-vault");

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return estate.only()
                .map(server -> RecoverPlanner.plan(server, own(choices), now))
                .orElseGet(estate::blocked);
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        return RecoverPlanner.preflight(own(choices).situation(inspection));
    }

    @Override
    public boolean bringsVaultBack() {
        return true;
    }

    @Override
    public BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at) {
        return new RecoverBack(own(done.choices()).situation(now), begun).offer(at);
    }

    @Override
    public Message changing(Plan plan) {
        return words("section.change." + plan.direction());
    }

    @Override
    public ChoiceTree written(Choices choices) {
        RecoverChoices own = own(choices);
        ChoiceTree tree = ChoiceTree.empty()
                .with("provider", own.provider().value())
                .with("lost", own.lost().uri())
                .with("into", own.into().uri())
                .with("subscription", own.home().map(VaultHome::subscription))
                .with("resourceGroup", own.home().map(VaultHome::group))
                .with("region", own.home().map(VaultHome::region))
                .with("premium", own.home().map(VaultHome::premium).map(String::valueOf))
                .with("application", own.engine().map(ClientId::value))
                .with("secretAtHand", String.valueOf(own.secretAtHand()))
                .with("restartNow", String.valueOf(own.restartNow()))
                .with(
                        "backups",
                        new ChoiceTree.Trees(
                                own.copies().stream().map(KeyCopyTree::of).toList()));
        return own.assurances().writtenTo(tree);
    }

    @Override
    public RecoverChoices read(ChoiceTree tree) {
        Optional<VaultHome> home = tree.optional(
                "subscription",
                id -> new VaultHome(
                        id,
                        tree.text("resourceGroup", group -> group),
                        tree.text("region", region -> region),
                        tree.text("premium", Boolean::parseBoolean)));
        return new RecoverChoices(
                tree.text("provider", ProviderName::new),
                tree.text("lost", VaultAddress::parse),
                tree.text("into", VaultAddress::parse),
                home,
                tree.trees("backups", KeyCopyTree::read),
                tree.optional("application", ClientId::new),
                tree.text("secretAtHand", Boolean::parseBoolean),
                tree.text("restartNow", Boolean::parseBoolean),
                Assurances.read(tree));
    }

    @Override
    public Ticket ticket(Plan plan) {
        RecoverChoices choices = own(plan.choices());
        String way = plan.direction() == Direction.FORWARD ? "ticket" : "ticket.back";
        Stream<String> after = choices.isRenamed()
                ? Stream.of("verify", "restart", "studio", "after")
                : Stream.of("verify", "studio", "after");
        return new Ticket(
                words(way + ".title", choices.lost().name()),
                words(
                        way + ".purpose",
                        choices.lost().name(),
                        choices.into().name(),
                        RecoveryStep.restores(plan.steps()).count()),
                List.of(),
                new Ticket.Order(
                        Stream.of("before", "registry", "secret")
                                .map(part -> words("order." + part))
                                .toList(),
                        words("order.forward"),
                        after.map(part -> words("order." + part)).toList()));
    }

    @Override
    public TicketTasks ticketTasks(Plan plan) {
        return new RecoverTasks(plan, own(plan.choices())).all();
    }

    private static RecoverChoices own(Choices choices) {
        return RecoverChoices.class.cast(choices);
    }
}
