package keyturn.plan.flow.upgrade;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.change.PlannedChange;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.Preflight;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.Ticket;
import keyturn.plan.flow.TicketTasks;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.next.NextJob;
import keyturn.plan.step.Step;

/** The upgrade of the connector, by a stop or in place. */
public record UpgradeFlow() implements Flow {

    public static final FlowName NAME = new FlowName("upgrade");

    @Override
    public FlowName name() {
        return NAME;
    }

    @Override
    public PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return estate.only()
                .map(server -> UpgradePlanner.plan(server, own(choices), now))
                .orElseGet(estate::blocked);
    }

    @Override
    public Preflight preflight(Inspection inspection, Choices choices) {
        return UpgradePlanner.preflight(own(choices).situation(inspection));
    }

    /** The last upgrade still waits for its restart. */
    @Override
    public List<Problem> ruledOut(Inspection inspection, ProviderName provider) {
        return Situation.row(inspection, provider).stream()
                .flatMap(row -> PendingRestart.of(inspection, row).stream())
                .toList();
    }

    @Override
    public List<NextJob> due(Inspection seen, Forecast forecast, Period keyAge) {
        return OldBuild.of(seen).stream()
                .map(old -> old.job(ruledOut(seen, old.provider().name())))
                .toList();
    }

    /** The new DLL, and the old one, without which there is no back-out. */
    @Override
    public List<DllPath> filesToPlan(Inspection inspection, Choices choices) {
        return Stream.concat(
                        Stream.of(own(choices).dll()),
                        own(choices).situation(inspection).provider().stream().flatMap(FileChecks::path))
                .distinct()
                .toList();
    }

    /** The old DLL. */
    @Override
    public List<DllPath> filesToBackOut(Plan done) {
        return UpgradeBack.point(done).map(point -> List.of(point.from())).orElse(List.of());
    }

    @Override
    public BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at) {
        UpgradeChoices choices = own(done.choices());
        return switch (choices.lane()) {
            case Lane.InPlace in ->
                UpgradeBack.of(done, now)
                        .map(back -> back.offer(choices, at))
                        .orElseGet(() -> new BackOut.NotOffered(List.of(Blocks.of("undo.nothing", Optional.empty()))));
            case Lane.Stop stop -> new StopBack(done, now).offer(choices, begun, stop, at);
        };
    }

    @Override
    public Optional<Plan> repair(Plan done, Inspection now, Instant at) {
        return UpgradeBack.of(done, now).flatMap(back -> back.repair(own(done.choices()), at));
    }

    @Override
    public Optional<PlannedChange> change(Plan plan, Optional<Inspection> seen) {
        UpgradeChoices choices = own(plan.choices());
        return switch (choices.lane()) {
            case Lane.InPlace in -> UpgradeBack.point(plan).map(point -> UpgradeChange.of(plan, point, choices));
            case Lane.Stop stop -> Optional.of(UpgradeChange.ofStop(plan, choices));
        };
    }

    @Override
    public Message changing(Plan plan) {
        return words("section.change." + (isStop(plan) ? "stop." : "") + plan.direction());
    }

    @Override
    public ChoiceTree written(Choices choices) {
        UpgradeChoices own = own(choices);
        ChoiceTree tree = LaneTree.write(ChoiceTree.empty(), own.lane())
                .with("provider", own.provider().value())
                .with("dll", own.dll().value())
                .with("build", own.build().version().map(FileVersion::toString))
                .with("buildFrom", own.build().source().name());
        return own.assurances().writtenTo(tree);
    }

    @Override
    public UpgradeChoices read(ChoiceTree tree) {
        return new UpgradeChoices(
                tree.text("provider", ProviderName::new),
                tree.text("dll", DllPath::new),
                new NewBuild(
                        tree.optional("build", FileVersion::parse), tree.text("buildFrom", NewBuild.Source::valueOf)),
                LaneTree.read(tree),
                Assurances.read(tree));
    }

    @Override
    public Ticket ticket(Plan plan) {
        UpgradeChoices choices = own(plan.choices());
        String lane = isStop(plan) ? ".stop" : "";
        String way = plan.direction() == Direction.FORWARD ? "ticket" + lane : "ticket.back" + lane;
        return new Ticket(
                words(way + ".title", choices.provider()),
                words(way + ".purpose", choices.provider(), choices.dll()),
                HostChecks.asked(choices.lane()),
                new Ticket.Order(
                        List.of(words("order.host")),
                        words("order.forward" + lane),
                        (isStop(plan)
                                        ? Stream.of("verify.stop", "backout.stop")
                                        : Stream.of("verify", "restart", "again", "backout"))
                                .map(part -> words("order." + part))
                                .toList()));
    }

    @Override
    public TicketTasks ticketTasks(Plan plan) {
        DllPath dll = UpgradeBack.point(plan)
                .map(point -> point.to())
                .orElseGet(() -> own(plan.choices()).dll());
        return new UpgradeTasks(plan, dll, isStop(plan)).all();
    }

    static boolean isStop(Plan plan) {
        return switch (own(plan.choices()).lane()) {
            case Lane.InPlace in -> false;
            case Lane.Stop stop -> true;
        };
    }

    private static UpgradeChoices own(Choices choices) {
        return UpgradeChoices.class.cast(choices);
    }
}
