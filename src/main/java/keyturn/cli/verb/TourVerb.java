package keyturn.cli.verb;

import java.util.ArrayList;
import java.util.Optional;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.FirstLook;
import keyturn.cli.Place;
import keyturn.cli.RunClosing;
import keyturn.cli.Terminal;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.Offered;
import keyturn.cli.option.SecretOption;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.InspectionPage;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.PlanPage;
import keyturn.cli.page.RunTelling;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Estate;
import keyturn.plan.Flows;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.step.Step;
import keyturn.run.RunSetting;
import keyturn.run.ShutdownRequest;
import keyturn.run.step.Decider;
import keyturn.run.step.SecretNeed;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyturn tour}: the whole way of a change on a practice world, by the same planner, scripts, runner and verifier. */
@Command(name = "tour")
public final class TourVerb extends Verb {

    private final Doors doors;

    @Parameters(
            paramLabel = "FLOW",
            arity = "0..1",
            defaultValue = "upgrade",
            completionCandidates = FlowNames.class,
            descriptionKey = "help.tour.flow")
    String flow = "";

    @Option(names = "--scenario", paramLabel = "NAME", descriptionKey = "help.tour.scenario")
    Optional<String> scenario = Optional.empty();

    public TourVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        FlowOptions wanted = wanted();
        String world = scenario.orElseGet(wanted::tourScenario);
        try (Place place = TargetOptions.practice(doors, world)) {
            TerminalPage page = terminal().page();
            page.title(Message.of("cli.tour.title", wanted.name().words("name").text(), world), true);
            page.text(0, Message.of("cli.tour.about"));
            return look(wanted, place.target(), page);
        }
    }

    private Exit look(FlowOptions wanted, Target target, TerminalPage page) throws Ended {
        chapter(page, "look");
        Inspection inspection = FirstLook.at(target, doors);
        new InspectionPage(page, inspection).facts();
        page.blank();
        page.rule(Message.of("cli.tour.plan"));
        page.text(0, wanted.name().words("tour"));
        Choices choices = wanted.tour(new Offered(
                inspection,
                Optional.empty(),
                Assurances.NONE,
                target.azure().flatMap(AzureDoors::application),
                target.host().isPresent(),
                doors.clock().instant()));
        return switch (Planner.plan(
                Estate.of(inspection), choices, doors.clock().instant())) {
            case PlanOutcome.Ready ready -> go(ready.plan(), target, page);
            case PlanOutcome.NothingToDo nothing -> {
                page.text(
                        Ink.GOOD,
                        0,
                        TerminalPage.say("cli.plan.nothing", nothing.why().text()));
                yield Exit.DONE;
            }
            case PlanOutcome.Blocked blocked -> throw new Ended(Exit.BLOCKED, blocked.problems());
        };
    }

    private FlowOptions wanted() throws Ended {
        return Flows.parts(FlowOptions.class).stream()
                .filter(options -> options.name().value().equals(flow))
                .findFirst()
                .orElseThrow(() -> PlanVerb.unknown(flow));
    }

    private Exit go(Plan plan, Target target, TerminalPage page) throws Ended {
        Scripts scripts = Scripts.of(plan);
        PlanPage shown = new PlanPage(page, plan, scripts);
        shown.outline();
        chapter(page, "approve");
        page.text(Ink.STRONG, 0, scripts.digest());
        var approval = new Approval(
                scripts.digest(), System.getProperty("user.name"), doors.clock().instant(), Optional.empty());
        chapter(page, "run");
        var setting = new RunSetting(
                Optional.empty(),
                new RunTelling(page, plan, step -> script(shown, scripts, step)),
                Decider.STOPS,
                doors.ending()::asked,
                new SecretOption().secrets(plan, SecretNeed.of(plan), target, terminal()));
        ShutdownRequest.Hold hold = doors.ending().hold();
        try {
            var approved = new ApprovedPlan(plan, scripts, approval);
            var result = doors.runner().run(approved, target, doors.runs(), setting);
            chapter(page, "verify");
            return new RunClosing(doors, terminal(), plan).tell(result);
        } catch (Problem.Raised notBegun) {
            throw new Ended(Exit.NO_CONNECTION, notBegun.problem());
        } finally {
            hold.release();
        }
    }

    private static void script(PlanPage shown, Scripts scripts, Step step) {
        scripts.steps().stream().filter(script -> script.id().equals(step.id())).forEach(shown::script);
    }

    private static void chapter(TerminalPage page, String name) {
        page.blank();
        page.rule(Message.of("cli.tour." + name));
        page.text(0, Message.of("cli.tour." + name + ".about"));
    }

    /** For help: what FLOW may be. */
    static final class FlowNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        FlowNames() {
            super(Flows.all().stream().map(flow -> flow.name().value()).toList());
        }
    }
}
