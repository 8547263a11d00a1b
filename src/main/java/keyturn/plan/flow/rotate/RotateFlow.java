package keyturn.plan.flow.rotate;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFolder;
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
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.Ticket;
import keyturn.plan.flow.TicketTasks;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.next.NextJob;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;

/** The rotation of the key that protects databases. */
public record RotateFlow() implements Flow {

    public static final FlowName NAME = new FlowName("rotate-key");

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return estate.only()
                .map(server -> RotationPlanner.plan(server, own(choices), now))
                .orElseGet(estate::blocked);
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        RotationSituation situation = own(choices).situation(own(choices).asRunner(inspection));
        return Preflight.of(situation, RotationChecks.findings(situation));
    }

    @Override
    public List<NextJob> due(Inspection seen, Forecast forecast, Period keyAge) {
        return new DueKeys(seen, keyAge).jobs(forecast.warnings());
    }

    @Override
    public List<BackupFolder> foldersToPlan(Choices choices) {
        RotateChoices.BackupFolders backups = own(choices).backups();
        return Stream.concat(backups.log().stream(), backups.full().stream())
                .distinct()
                .toList();
    }

    @Override
    public BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at) {
        return RotationBack.undo(own(done.choices()), begun, now, at);
    }

    /** Of a back-out it is the key that was new. */
    @Override
    public Optional<AsymmetricKeyName> replacedKey(Plan plan) {
        RotateChoices choices = own(plan.choices());
        return Optional.of(
                plan.direction() == Direction.FORWARD
                        ? choices.from()
                        : choices.newKey().names().key());
    }

    @Override
    public Optional<PlannedChange> change(Plan plan, Optional<Inspection> seen) {
        return RotationChange.of(plan, own(plan.choices()), seen);
    }

    @Override
    public Message changing(Plan plan) {
        return words("section.change." + plan.direction());
    }

    @Override
    public ChoiceTree written(Choices choices) {
        return RotateTree.of(own(choices));
    }

    @Override
    public RotateChoices read(ChoiceTree tree) {
        return RotateTree.read(tree);
    }

    @Override
    public Ticket ticket(Plan plan) {
        RotateChoices choices = own(plan.choices());
        AsymmetricKeyName key = choices.newKey().names().key();
        boolean forward = plan.direction() == Direction.FORWARD;
        boolean inVault = plan.steps().stream().anyMatch(RotateFlow::inVault);
        return new Ticket(
                forward ? words("ticket.title", choices.from()) : words("ticket.back.title", choices.from(), key),
                forward
                        ? words(
                                "ticket.purpose",
                                choices.from(),
                                choices.newKey().vaultKey(),
                                key)
                        : words("ticket.back.purpose", choices.from(), key),
                forward && !inVault ? List.of(Confirmation.VAULT_KEY) : List.of(),
                new Ticket.Order(List.of(vault(plan)), words("order.forward"), after(plan)));
    }

    @Override
    public TicketTasks ticketTasks(Plan plan) {
        return RotateTasks.of(plan, own(plan.choices()));
    }

    private Message vault(Plan plan) {
        String numbers = plan.steps().stream()
                .filter(RotateFlow::inVault)
                .map(step -> step.id().toString())
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? words("order.vault") : words("order.inVault", numbers);
    }

    private List<Message> after(Plan plan) {
        RotateChoices.BackupFolders folders = own(plan.choices()).backups();
        boolean both = plan.direction() == Direction.FORWARD
                && folders.log().isPresent()
                && folders.full().isPresent();
        List<Message> after = new ArrayList<>();
        after.add(words("order.verify"));
        after.add(both ? words("order.backupsWritten", backups(plan)) : words("order.backups"));
        after.add(words("order.backout"));
        return after;
    }

    /** The numbers of the steps that write backups. */
    private static String backups(Plan plan) {
        return plan.steps().stream()
                .filter(step -> Conduct.of(step).changes() && Conduct.of(step).needsBackup())
                .map(step -> step.id().toString())
                .collect(Collectors.joining(", "));
    }

    /** It makes the vault key, or finds out whether it fits. */
    private static boolean inVault(Step step) {
        return step.asVault()
                .filter(inVault ->
                        inVault.asCreate().isPresent() || inVault.asTrial().isPresent())
                .isPresent();
    }

    private static RotateChoices own(Choices choices) {
        return RotateChoices.class.cast(choices);
    }
}
