package keyturn.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.JournalFolder;
import keyturn.cli.Place;
import keyturn.cli.RunInTerminal;
import keyturn.cli.Terminal;
import keyturn.cli.option.ConfirmOption;
import keyturn.cli.option.SecretOption;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.FoundPage;
import keyturn.cli.page.PlanPage;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.evidence.FiledRun;
import keyturn.plan.Plan;
import keyturn.run.RunSetting;
import keyturn.run.resume.Found;
import keyturn.run.resume.Offer;
import keyturn.run.resume.Resume;
import keyturn.run.step.Decider;
import keyturn.run.step.Halt;
import keyturn.run.step.RunSecrets;
import keyturn.run.step.SecretNeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyturn resume JOURNAL TARGET}: looks, then goes on with what was approved and is not done. */
@Command(name = "resume")
public final class ResumeVerb extends Verb {

    private final Doors doors;

    @Parameters(paramLabel = "JOURNAL", arity = "1", descriptionKey = "help.journal")
    Path journal = Path.of("");

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--approve", paramLabel = "sha256:HEX", descriptionKey = "help.resume.approve")
    Optional<String> approve = Optional.empty();

    /** Which way a run goes whose back-out was approved and has not begun. */
    enum Way {
        BACK,
        FORWARD
    }

    @Option(names = "--go", paramLabel = "back|forward", descriptionKey = "help.resume.go")
    Optional<Way> go = Optional.empty();

    @Option(names = "--backout-copy", paramLabel = "DIR", descriptionKey = "help.run.backoutCopy")
    Optional<Path> backoutCopy = Optional.empty();

    @Option(names = "--json", descriptionKey = "help.check.json")
    boolean json;

    @Mixin
    ConfirmOption confirm = new ConfirmOption();

    @Mixin
    SecretOption secret = new SecretOption();

    public ResumeVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    boolean asJson() {
        return json;
    }

    @Override
    Exit perform() throws Ended {
        FiledRun filed = onOneWay(filed(journal));
        JournalFolder.counts(doors, filed.run().folder());
        Plan plan = filed.plan();
        String digest = filed.run().current().approved().scripts().digest();
        if (approve.isPresent() && !RunVerb.digest(approve.get()).equals(digest)) {
            throw Ended.of(Exit.REFUSED, "run.approve.other", approve.get(), digest);
        }
        confirm.check(plan, doors.marks());
        try (Place place = target.open(doors, terminal())) {
            finishStop(place);
            TerminalPage page = terminal().page();
            page.title(
                    Message.of("cli.resume.title", plan.identity().name(), PlanPage.flow(plan)),
                    plan.identity().practice());
            Found found = look(doors, journal, place);
            new FoundPage(page, found, !filed.interrupted()).print();
            if (found.offers().getFirst() instanceof Offer.Cannot cannot) {
                throw new Ended(Exit.REFUSED, cannot.problem());
            }
            Optional<String> anew = approvedAnew(found, digest);
            RunSecrets secrets = secret.secrets(plan, SecretNeed.of(filed.run().current()), place.target(), terminal());
            return new RunInTerminal(doors, terminal(), plan)
                    .conduct(
                            backoutCopy,
                            secrets,
                            setting -> doors.runner().resume(journal, place.target(), setting, anew));
        }
    }

    /** While SQL Server is stopped nobody can look at it: what is left until its start is done first. */
    private void finishStop(Place place) throws Ended {
        var setting = new RunSetting(Optional.empty(), event -> {}, Decider.STOPS, () -> false);
        try {
            doors.runner().finishStop(journal, place.target(), setting);
        } catch (Problem.Raised stopped) {
            throw JournalFolder.notBegun(stopped.problem());
        }
    }

    /** Who approves acts anew that this version would render otherwise; empty where it would not. */
    private Optional<String> approvedAnew(Found found, String digest) throws Ended {
        if (found.otherwise().isEmpty()) {
            return Optional.empty();
        }
        if (approve.isEmpty()) {
            terminal().lastLine("digest " + digest);
            throw new Ended(Exit.REFUSED, Halt.problem("anew", Optional.empty(), digest));
        }
        return Optional.of(System.getProperty("user.name"));
    }

    /** Nobody is taken back or forward unasked. */
    private FiledRun onOneWay(FiledRun filed) throws Ended {
        if (filed.run().mayGoEitherWay() && go.isEmpty()) {
            throw Ended.of(Exit.REFUSED, "resume.whichWay", filed.folder());
        }
        if (go.filter(Way.FORWARD::equals).isEmpty() || !filed.run().goingBack()) {
            return filed;
        }
        try {
            doors.runner().withdrawBackOut(journal);
            return filed(journal);
        } catch (Problem.Raised notWithdrawn) {
            throw JournalFolder.notBegun(notWithdrawn.problem());
        }
    }

    /** The run's folder, as its journal and evidence say that it must be. */
    static FiledRun filed(Path journal) throws Ended {
        try {
            return FiledRun.begun(journal);
        } catch (Problem.Raised notAsItWas) {
            throw JournalFolder.refused(notAsItWas.problem());
        }
    }

    static Found look(Doors doors, Path journal, Place place) throws Ended {
        try {
            return new Resume(doors.connector(), doors.inspector(), doors.clock()).look(journal, place.target());
        } catch (Problem.Raised unseen) {
            throw JournalFolder.notBegun(unseen.problem());
        }
    }
}
