package keyturn.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyturn run PLAN.json TARGET --approve sha256:HEX}. */
@Command(name = "run")
final class RunVerb extends Verb {

    private final Doors doors;

    @Parameters(paramLabel = "PLAN.json", arity = "1", descriptionKey = "help.planFile")
    Path file = Path.of("");

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--approve", paramLabel = "sha256:HEX", required = true, descriptionKey = "help.run.approve")
    String approve = "";

    @Option(names = "--ticket", paramLabel = "ID", descriptionKey = "help.run.ticket")
    Optional<String> ticket = Optional.empty();

    @Option(names = "--journal", paramLabel = "DIR", descriptionKey = "help.run.journal")
    Optional<Path> journal = Optional.empty();

    RunVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        String approved = approve.strip().toLowerCase(Locale.ROOT);
        if (!approved.matches("sha256:[0-9a-f]{64}")) {
            throw Ended.usage("run.approve.form", approve);
        }
        SavedPlan saved = SavedPlan.read(file);
        if (!approved.equals(saved.scripts().digest())) {
            throw Ended.of(
                    Exit.REFUSED, "run.approve.other", approved, saved.scripts().digest());
        }
        try (Place place = target.open(doors, terminal())) {
            var approval = new Approval(
                    approved, System.getProperty("user.name"), doors.clock().instant(), ticket);
            return run(new ApprovedPlan(saved.plan(), saved.scripts(), approval), place);
        }
    }

    private Exit run(ApprovedPlan plan, Place place) throws Ended {
        Page page = terminal().page();
        page.title(
                Message.of("cli.run.title", plan.plan().identity().name()),
                plan.plan().identity().practice());
        var telling = new RunTelling(page, plan.plan(), step -> {});
        Ending.Hold hold = doors.ending().hold();
        try {
            Path folder = journal.orElse(doors.runs());
            var result = doors.runner().run(plan, place.target(), folder, telling, doors.ending()::asked);
            return new Closing(doors, terminal(), plan.plan()).tell(result);
        } catch (Problem.Raised notBegun) {
            throw new Ended(exit(notBegun.problem()), notBegun.problem());
        } finally {
            hold.release();
        }
    }

    /** Nothing was changed: either the server did not let us in, or the journal cannot be kept. */
    private static Exit exit(Problem problem) {
        return problem.code().startsWith("run.") ? Exit.USAGE : Exit.NO_CONNECTION;
    }
}
