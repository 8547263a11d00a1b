package keyturn.cli.verb;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.Place;
import keyturn.cli.PlanArgument;
import keyturn.cli.RunInTerminal;
import keyturn.cli.Terminal;
import keyturn.cli.option.ConfirmOption;
import keyturn.cli.option.SecretOption;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.PlanPage;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.step.RunSecrets;
import keyturn.run.step.SecretNeed;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.script.Otherwise;
import keyturn.script.json.SavedPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyturn run PLAN.json TARGET --approve sha256:HEX}. */
@Command(name = "run")
public final class RunVerb extends Verb {

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

    @Option(names = "--backout-copy", paramLabel = "DIR", descriptionKey = "help.run.backoutCopy")
    Optional<Path> backoutCopy = Optional.empty();

    @Option(names = "--json", descriptionKey = "help.check.json")
    boolean json;

    @Mixin
    ConfirmOption confirm = new ConfirmOption();

    @Mixin
    SecretOption secret = new SecretOption();

    public RunVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    boolean asJson() {
        return json;
    }

    @Override
    Exit perform() throws Ended {
        String approved = digest(approve);
        SavedPlan saved = PlanArgument.read(file);
        if (!approved.equals(saved.digest())) {
            throw Ended.of(Exit.REFUSED, "run.approve.other", approved, saved.digest());
        }
        Optional<Problem> otherwise = Otherwise.refusal(saved.plan(), saved.scripts());
        if (otherwise.isPresent()) {
            throw new Ended(Exit.REFUSED, otherwise.get());
        }
        confirm.check(saved.plan(), doors.marks());
        try (Place place = target.open(doors, terminal())) {
            var approval = new Approval(
                    approved, System.getProperty("user.name"), doors.clock().instant(), ticket);
            return run(new ApprovedPlan(saved.plan(), saved.scripts(), approval), place);
        }
    }

    private Exit run(ApprovedPlan plan, Place place) throws Ended {
        TerminalPage page = terminal().page();
        page.title(
                Message.of("cli.run.title", plan.plan().identity().name(), PlanPage.flow(plan.plan())),
                plan.plan().identity().practice());
        Path folder = journal.orElse(doors.runs());
        doors.ties().runsIn(folder);
        RunSecrets secrets = secret.secrets(plan.plan(), SecretNeed.of(plan.plan()), place.target(), terminal());
        return new RunInTerminal(doors, terminal(), plan.plan())
                .conduct(backoutCopy, secrets, setting -> doors.runner().run(plan, place.target(), folder, setting));
    }

    /** In the one form that digests have here. */
    static String digest(String given) throws Ended {
        String digest = given.strip().toLowerCase(Locale.ROOT);
        if (!digest.matches("sha256:[0-9a-f]{64}")) {
            throw Ended.usage("run.approve.form", given);
        }
        return digest;
    }
}
