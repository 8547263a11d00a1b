package keyturn.plan.flow.repair;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.check.Preflight;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.Ticket;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.next.NextJob;
import keyturn.plan.step.Step;

/** The repair of a provider. */
public record RepairFlow() implements Flow {

    public static final FlowName NAME = new FlowName("repair");

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return estate.only()
                .map(server -> new RepairPlanner(own(choices).situation(server), now).plan())
                .orElseGet(estate::blocked);
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        return RepairPlanner.preflight(own(choices).situation(inspection));
    }

    /** Where catalog and file differ, or SQL Server came up without the connector. */
    @Override
    public List<NextJob> due(Inspection seen, Forecast forecast, Period keyAge) {
        return seen.facts().providers().value().orElse(List.of()).stream()
                .map(row -> RepairSigns.of(seen, row))
                .filter(RepairSigns::pointsHere)
                .map(this::job)
                .toList();
    }

    private NextJob job(RepairSigns signs) {
        String name = OneLine.shown(signs.provider().name().value());
        Message why = signs.onDisk()
                .map(version -> words("due.differs", signs.provider().version(), version))
                .orElseGet(() -> words("due.waiting", DatabaseChecks.names(signs.waiting())));
        return new NextJob(NextJob.Urgency.FIRST, words("due", name), why, new NextJob.Way.Start(NAME));
    }

    @Override
    public boolean mends(Cause cause) {
        return switch (cause) {
            case Cause.DllGone gone -> true;
            case Cause.DllUnusable bad -> bad.flaw() != Cause.Flaw.NO_RUNTIME;
            case Cause.ProviderDisabled other -> false;
            case Cause.EkmOff other -> false;
            case Cause.ProviderGone other -> false;
            case Cause.KeyGone other -> false;
            case Cause.NoLogin other -> false;
            case Cause.NoCredential other -> false;
            case Cause.LoginDisabled other -> false;
            case Cause.VersionDisabled other -> false;
            case Cause.KeyNotInVault other -> false;
            case Cause.MayNotUnwrap other -> false;
            case Cause.SecretExpired other -> false;
            case Cause.HeldSecretOver other -> false;
        };
    }

    /** The DLL that the provider uses afterwards. */
    @Override
    public List<DllPath> filesToPlan(Inspection inspection, Choices choices) {
        return List.of(own(choices).dll());
    }

    /** A provider that was repaired is what was wanted; what it was before opened no database. */
    @Override
    public BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at) {
        String why = begun.isEmpty() ? "undo.nothing" : "undo.repaired";
        return new BackOut.NotOffered(List.of(Blocks.of(why, Optional.empty())));
    }

    @Override
    public Optional<Plan> repair(Plan done, Inspection now, Instant at) {
        return new RepairPlanner(own(done.choices()).situation(now), at).enable();
    }

    @Override
    public Message changing(Plan plan) {
        return words("section.change." + plan.direction());
    }

    @Override
    public ChoiceTree written(Choices choices) {
        RepairChoices own = own(choices);
        ChoiceTree tree = ChoiceTree.empty()
                .with("provider", own.provider().value())
                .with("dll", own.dll().value())
                .with("build", own.build().map(FileVersion::toString))
                .with("restart", own.restart().name());
        return own.assurances().writtenTo(tree);
    }

    @Override
    public RepairChoices read(ChoiceTree tree) {
        return new RepairChoices(
                tree.text("provider", ProviderName::new),
                tree.text("dll", DllPath::new),
                tree.optional("build", FileVersion::parse),
                tree.text("restart", RepairChoices.Restart::valueOf),
                Assurances.read(tree));
    }

    @Override
    public Ticket ticket(Plan plan) {
        RepairChoices choices = own(plan.choices());
        boolean restarts = plan.direction() == Direction.FORWARD && choices.restarts();
        Stream<String> after = restarts ? Stream.of("verify") : Stream.of("restart", "verify");
        return new Ticket(
                words("ticket.title", choices.provider()),
                plan.direction() == Direction.FORWARD
                        ? words("ticket.purpose", choices.provider(), choices.dll())
                        : words("ticket.enable.purpose", choices.provider()),
                List.of(),
                new Ticket.Order(
                        List.of(words("order.before")),
                        words(restarts ? "order.forward.restart" : "order.forward"),
                        after.map(part -> words("order." + part)).toList()));
    }

    private static RepairChoices own(Choices choices) {
        return RepairChoices.class.cast(choices);
    }
}
