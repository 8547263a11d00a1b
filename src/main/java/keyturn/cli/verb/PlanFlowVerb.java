package keyturn.cli.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.cli.CsvFolder;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.FirstLook;
import keyturn.cli.Granting;
import keyturn.cli.NewFile;
import keyturn.cli.Place;
import keyturn.cli.PlanArgument;
import keyturn.cli.Terminal;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.Offered;
import keyturn.cli.flow.SharedOptions;
import keyturn.cli.option.SecretOption;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.FindingsPage;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.PlanPage;
import keyturn.cli.page.PlannedJson;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.BackupFolder;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Direction;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Preflight;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.SnapshotTests;
import keyturn.script.PlanDiff;
import keyturn.script.Scripts;
import keyturn.script.json.PlanFile;
import keyturn.script.json.SavedPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keyturn plan FLOW TARGET [choices] --out PLAN.json} for one flow, whose own options are added to these. */
@Command
final class PlanFlowVerb extends Verb {

    private final Doors doors;
    private final FlowOptions options;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Mixin
    SecretOption secret = new SecretOption();

    @Mixin
    CsvFolder csv = new CsvFolder();

    @Mixin
    Granting grants = new Granting();

    @Option(names = "--instead-of", paramLabel = "OLD.json", descriptionKey = "help.plan.insteadOf")
    Optional<Path> insteadOf = Optional.empty();

    @Option(names = "--out", paramLabel = "PLAN.json", required = true, descriptionKey = "help.plan.out")
    Path out = Path.of("");

    @Option(names = "--json", descriptionKey = "help.check.json")
    boolean json;

    PlanFlowVerb(Doors doors, Terminal terminal, FlowOptions options) {
        super(terminal);
        this.doors = doors;
        this.options = options;
    }

    @Override
    boolean asJson() {
        return json;
    }

    @Override
    Exit perform() throws Ended {
        NewFile.checkFree(out);
        csv.checkFreeForFindings();
        grants.checkFree();
        Optional<SavedPlan> old = old();
        Optional<Choices> same = old.map(SavedPlan::plan)
                .filter(plan -> plan.direction() == Direction.FORWARD && options.isEmpty() && shared.isEmpty())
                .map(Plan::choices);
        if (same.isEmpty()) {
            shared.provider();
            options.check();
        }
        try (Place place = target.open(doors, terminal())) {
            Inspection look = look(place.target());
            grants.offerToPlan(look, terminal());
            Choices choices = same.isPresent() ? same.get() : chosen(look, place);
            List<DllPath> files = choices.flow().filesToPlan(look, choices);
            List<BackupFolder> folders = SnapshotTests.foldersToPlan(look, choices);
            Inspection inspection = files.isEmpty() && folders.isEmpty()
                    ? look
                    : FirstLook.at(place.target(), doors, look, files, folders);
            Preflight preflight = choices.flow().preflight(inspection, choices);
            List<Finding> findings = preflight.findings();
            grants.offerToRun(look, preflight.missing(), terminal());
            csv.write(findings, terminal());
            return planned(
                    Planner.plan(Estate.of(inspection), choices, doors.clock().instant()), findings, old);
        }
    }

    private Inspection look(Target at) throws Ended {
        Inspection look = FirstLook.at(at, doors);
        if (!shared.triesVault()) {
            return look;
        }
        ClientId application =
                at.azure().flatMap(AzureDoors::application).orElseThrow(() -> Ended.usage("plan.tryVault"));
        return FirstLook.withTrials(at, doors, look, application, secret.forTrial(application, at, terminal()));
    }

    /** What is said of all databases is said of those that these choices concern. */
    private Choices chosen(Inspection look, Place place) throws Ended {
        Choices choices = options.choices(offered(look, place));
        Situation situation = choices.situation(look);
        return choices.with(shared.assurances(situation.databases().open(), new SnapshotTests(situation.each())));
    }

    private Offered offered(Inspection look, Place place) throws Ended {
        return new Offered(
                look,
                shared.provider(),
                shared.assurances(),
                place.target().azure().flatMap(AzureDoors::application),
                place.target().host().isPresent(),
                doors.clock().instant());
    }

    /** The plan that this one stands instead of: one of the same flow. */
    private Optional<SavedPlan> old() throws Ended {
        if (insteadOf.isEmpty()) {
            return Optional.empty();
        }
        SavedPlan old = PlanArgument.read(insteadOf.get());
        if (!old.plan().flow().name().equals(options.name())) {
            throw Ended.usage("plan.insteadOf", insteadOf.get(), PlanPage.flow(old.plan()));
        }
        return Optional.of(old);
    }

    private Exit planned(PlanOutcome outcome, List<Finding> findings, Optional<SavedPlan> old) throws Ended {
        return switch (outcome) {
            case PlanOutcome.Ready ready -> save(ready.plan(), findings, old);
            case PlanOutcome.NothingToDo nothing -> nothing(nothing);
            case PlanOutcome.Blocked blocked -> throw new Ended(Exit.BLOCKED, blocked.problems());
        };
    }

    private Exit save(Plan plan, List<Finding> findings, Optional<SavedPlan> old) throws Ended {
        Scripts scripts = Scripts.of(plan);
        NewFile.write(out, PlanFile.write(plan, scripts));
        TerminalPage page = terminal().page();
        PlanPage shown = new PlanPage(page, plan, scripts);
        shown.title();
        new FindingsPage(page).print(findings);
        shown.outline();
        old.ifPresent(before -> {
            page.heading(Message.of("cli.plan.compared", insteadOf.orElse(out)));
            PlanDiff.of(before.plan(), plan).told().forEach(line -> page.hanging(Ink.CARE, 2, 2, line.text()));
        });
        page.blank();
        page.field(TerminalPage.say("cli.plan.saved"), out.toString());
        terminal().lastLine("digest " + scripts.digest());
        if (json) {
            terminal().out().println(PlannedJson.ready(plan, scripts, out, findings));
        }
        return Exit.DONE;
    }

    private Exit nothing(PlanOutcome.NothingToDo nothing) {
        if (json) {
            terminal().out().println(PlannedJson.nothing(nothing.why()));
        }
        terminal()
                .page()
                .text(
                        Ink.GOOD,
                        0,
                        TerminalPage.say("cli.plan.nothing", nothing.why().text()));
        return Exit.DONE;
    }
}
