package keyturn.cli.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.cli.CsvFolder;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.FirstLook;
import keyturn.cli.Flow;
import keyturn.cli.Granting;
import keyturn.cli.NewFile;
import keyturn.cli.Place;
import keyturn.cli.SavedPlan;
import keyturn.cli.Terminal;
import keyturn.cli.option.ProofOption;
import keyturn.cli.option.RotateChoice;
import keyturn.cli.option.RotateOptions;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.option.UpgradeChoice;
import keyturn.cli.page.FindingsPage;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.PlanPage;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Preflight;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.script.PlanDiff;
import keyturn.script.Scripts;
import keyturn.script.json.PlanFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyturn plan FLOW TARGET [choices] --out PLAN.json}. */
@Command(name = "plan")
public final class PlanVerb extends Verb {

    private final Doors doors;

    @Parameters(paramLabel = "FLOW", arity = "1", descriptionKey = "help.plan.flow")
    String flow = "";

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--provider", paramLabel = "NAME", descriptionKey = "help.plan.provider")
    Optional<String> provider = Optional.empty();

    @Option(names = "--lane", paramLabel = "in-place", defaultValue = "in-place", descriptionKey = "help.plan.lane")
    String lane = "";

    @Option(names = "--dll", paramLabel = "PATH", descriptionKey = "help.plan.dll")
    Optional<String> dll = Optional.empty();

    @Option(names = "--build", paramLabel = "VERSION", descriptionKey = "help.plan.build")
    Optional<String> build = Optional.empty();

    @Option(names = "--confirm", paramLabel = "NAME", arity = "1..*", descriptionKey = "help.plan.confirm")
    List<String> confirm = List.of();

    @Option(names = "--proof", paramLabel = "DB=HOW", arity = "1", descriptionKey = "help.plan.proof")
    List<String> proof = List.of();

    @Mixin
    RotateOptions rotation = new RotateOptions();

    @Mixin
    CsvFolder csv = new CsvFolder();

    @Mixin
    Granting grants = new Granting();

    @Option(names = "--instead-of", paramLabel = "OLD.json", descriptionKey = "help.plan.insteadOf")
    Optional<Path> insteadOf = Optional.empty();

    @Option(names = "--out", paramLabel = "PLAN.json", required = true, descriptionKey = "help.plan.out")
    Path out = Path.of("");

    public PlanVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        Flow wanted = Flow.of(flow);
        NewFile.checkFree(out);
        csv.checkFreeForFindings();
        grants.checkFree();
        return switch (wanted) {
            case UPGRADE -> upgrade();
            case ROTATE_KEY -> rotate();
        };
    }

    private Exit rotate() throws Ended {
        Flow.ROTATE_KEY.refuse(dll.map(given -> "--dll").or(() -> build.map(given -> "--build")));
        Optional<SavedPlan> old = old(Flow.ROTATE_KEY);
        Optional<RotateChoices> same = old.map(saved -> saved.plan().choices())
                .filter(choices -> !told() && rotation.given().isEmpty())
                .filter(RotateChoices.class::isInstance)
                .map(RotateChoices.class::cast);
        Optional<ClientId> none = Optional.empty();
        if (same.isEmpty()) {
            new RotateChoice(rotation, none, doors.clock()).check();
        }
        try (Place place = target.open(doors, terminal())) {
            Inspection look = FirstLook.at(place.target(), doors);
            grants.offer(look, terminal());
            RotateChoices choices = same.isPresent() ? same.get() : rotation(look, place);
            List<Finding> findings = choices.flow().preflight(look, choices).findings();
            csv.write(findings, terminal());
            return planned(Planner.plan(look, choices, doors.clock().instant()), findings, old);
        }
    }

    private RotateChoices rotation(Inspection look, Place place) throws Ended {
        Optional<ClientId> own = place.target().azure().flatMap(AzureDoors::application);
        return new RotateChoice(rotation, own, doors.clock()).of(look, provider, assurances());
    }

    private Assurances assurances() throws Ended {
        return new Assurances(ProofOption.proofs(proof), ProofOption.confirmed(confirm));
    }

    /** The plan that this one stands instead of: one of the same flow. */
    private Optional<SavedPlan> old(Flow wanted) throws Ended {
        if (insteadOf.isEmpty()) {
            return Optional.empty();
        }
        SavedPlan old = SavedPlan.read(insteadOf.get());
        if (Flow.of(old.plan()) != wanted) {
            throw Ended.usage("plan.insteadOf", insteadOf.get(), Flow.words(old.plan()));
        }
        return Optional.of(old);
    }

    /** A choice that any flow knows was given. */
    private boolean told() {
        return provider.isPresent() || !proof.isEmpty() || !confirm.isEmpty();
    }

    private Exit upgrade() throws Ended {
        Flow.UPGRADE.refuse(rotation.given());
        Flow.checkLane(lane);
        checkChoices();
        Optional<SavedPlan> old = old(Flow.UPGRADE);
        try (Place place = target.open(doors, terminal())) {
            Inspection look = FirstLook.at(place.target(), doors);
            grants.offer(look, terminal());
            UpgradeChoices choices = choices(look, old);
            Inspection inspection = FirstLook.atFiles(place.target(), doors, look, List.of(choices.dll()));
            Preflight preflight = choices.flow().preflight(inspection, choices);
            csv.write(preflight.findings(), terminal());
            return planned(Planner.plan(inspection, choices, doors.clock().instant()), preflight.findings(), old);
        }
    }

    private Exit planned(PlanOutcome outcome, List<Finding> findings, Optional<SavedPlan> old) throws Ended {
        return switch (outcome) {
            case PlanOutcome.Ready ready -> save(ready.plan(), findings, old);
            case PlanOutcome.NothingToDo nothing -> nothing(nothing);
            case PlanOutcome.Blocked blocked -> throw new Ended(Exit.BLOCKED, blocked.problems());
        };
    }

    /** What is wrong by itself is said before anybody connects. */
    private void checkChoices() throws Ended {
        if (provider.isPresent()) {
            UpgradeChoice.providerName(provider.get());
        }
        if (dll.isPresent()) {
            UpgradeChoice.dllPath(dll.get());
        }
        if (build.isPresent()) {
            UpgradeChoice.version(build.get());
        }
    }

    /** As told; where nothing is, as in the plan that this one stands instead of. */
    private UpgradeChoices choices(Inspection look, Optional<SavedPlan> old) throws Ended {
        if (old.isPresent()
                && !told()
                && dll.isEmpty()
                && build.isEmpty()
                && old.get().plan().choices() instanceof UpgradeChoices same) {
            return same;
        }
        UpgradeChoices chosen = UpgradeChoice.of(look, provider, dll, build);
        return chosen.with(assurances());
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
        terminal().out().println("digest " + scripts.digest());
        return Exit.DONE;
    }

    private Exit nothing(PlanOutcome.NothingToDo nothing) {
        terminal()
                .page()
                .text(
                        Ink.GOOD,
                        0,
                        TerminalPage.say("cli.plan.nothing", nothing.why().text()));
        return Exit.DONE;
    }
}
