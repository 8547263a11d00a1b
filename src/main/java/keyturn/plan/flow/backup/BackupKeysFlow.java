package keyturn.plan.flow.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.LocalPath;
import keyturn.domain.Message;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.KeyName;
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
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.Step;

/** The backup of the vault keys that a server needs, into files. */
public record BackupKeysFlow() implements Flow {

    public static final FlowName NAME = new FlowName("backup-keys");

    private static final String NEEDED = "needed";
    private static final String ALL = "all";
    private static final String NAMED = "named";

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return estate.only()
                .map(server -> BackupKeysPlanner.plan(server, own(choices), now))
                .orElseGet(estate::blocked);
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        return BackupKeysPlanner.preflight(own(choices).situation(inspection));
    }

    @Override
    public boolean backsKeysUp() {
        return true;
    }

    /** Files that were written stay. */
    @Override
    public BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at) {
        return new BackOut.NotOffered(List.of(Blocks.of("undo.nothing", Optional.empty())));
    }

    @Override
    public Message changing(Plan plan) {
        return words("section.change");
    }

    @Override
    public ChoiceTree written(Choices choices) {
        BackupKeysChoices own = own(choices);
        ChoiceTree tree = ChoiceTree.empty()
                .with("provider", own.provider().value())
                .with("folder", own.folder().value());
        return own.assurances().writtenTo(written(tree, own.keys()));
    }

    private static ChoiceTree written(ChoiceTree tree, KeySelection keys) {
        return switch (keys) {
            case KeySelection.Needed needed -> tree.with("which", NEEDED);
            case KeySelection.All all -> tree.with("which", ALL);
            case KeySelection.Named named ->
                tree.with("which", NAMED)
                        .with(
                                "keys",
                                new ChoiceTree.Texts(named.names().stream()
                                        .map(KeyName::value)
                                        .toList()));
        };
    }

    @Override
    public BackupKeysChoices read(ChoiceTree tree) {
        return new BackupKeysChoices(
                tree.text("provider", ProviderName::new),
                selection(tree),
                tree.text("folder", LocalPath::new),
                Assurances.read(tree));
    }

    private static KeySelection selection(ChoiceTree tree) {
        return tree.has("keys")
                ? new KeySelection.Named(tree.texts("keys", KeyName::new))
                : tree.text("which", BackupKeysFlow::whole);
    }

    private static KeySelection whole(String which) {
        if (which.equals(NEEDED)) {
            return new KeySelection.Needed();
        }
        if (which.equals(ALL)) {
            return new KeySelection.All();
        }
        throw new IllegalArgumentException(which);
    }

    @Override
    public Ticket ticket(Plan plan) {
        BackupKeysChoices choices = own(plan.choices());
        long keys = RecoveryStep.backups(plan.steps())
                .mapToLong(step -> step.order().keys().size())
                .sum();
        return new Ticket(
                words("ticket.title", keys),
                words("ticket.purpose", keys, choices.folder()),
                List.of(),
                new Ticket.Order(
                        List.of(words("order.before", choices.folder())),
                        words("order.forward"),
                        Stream.of("verify", "keep", "schedule")
                                .map(part -> words("order." + part, choices.folder()))
                                .toList()));
    }

    private static BackupKeysChoices own(Choices choices) {
        return BackupKeysChoices.class.cast(choices);
    }
}
