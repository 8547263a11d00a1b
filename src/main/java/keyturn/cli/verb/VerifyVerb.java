package keyturn.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.JournalFolder;
import keyturn.cli.Place;
import keyturn.cli.RunClosing;
import keyturn.cli.Terminal;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.PlanPage;
import keyturn.cli.page.RunJson;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Retention;
import keyturn.domain.inspection.Inspection;
import keyturn.evidence.FiledRun;
import keyturn.plan.Plan;
import keyturn.plan.verify.Retirement;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verifier;
import keyturn.run.resume.LaterLook;
import keyturn.run.resume.OtherServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyturn verify JOURNAL TARGET}: a fresh look at what a run left, as after a restart; reads only. */
@Command(name = "verify")
public final class VerifyVerb extends Verb {

    private final Doors doors;

    @Parameters(paramLabel = "JOURNAL", arity = "1", descriptionKey = "help.journal")
    Path journal = Path.of("");

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--json", descriptionKey = "help.check.json")
    boolean json;

    @Option(names = "--retention", paramLabel = "P35D", descriptionKey = "help.verify.retention")
    Optional<String> retention = Optional.empty();

    public VerifyVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    boolean asJson() {
        return json;
    }

    @Override
    Exit perform() throws Ended {
        Optional<Retention> kept = retention();
        FiledRun run;
        try {
            run = FiledRun.of(journal);
        } catch (Problem.Raised notAsItWas) {
            throw JournalFolder.refused(notAsItWas.problem());
        }
        JournalFolder.counts(doors, run.run().folder());
        if (kept.isPresent() && Retirement.keyOf(run.plan()).isEmpty()) {
            throw Ended.usage("verify.retention");
        }
        try (Place place = target.open(doors, terminal())) {
            return verify(run, look(run.plan(), place), kept);
        }
    }

    private Optional<Retention> retention() throws Ended {
        try {
            return retention.map(Retention::parse);
        } catch (InvalidValue broken) {
            throw new Ended(Exit.USAGE, broken.problem());
        }
    }

    private LaterLook.Seen look(Plan plan, Place place) throws Ended {
        try {
            return new LaterLook(doors.connector(), doors.inspector()).look(plan, place.target());
        } catch (OtherServer other) {
            throw new Ended(Exit.REFUSED, other.problem());
        } catch (Problem.Raised unseen) {
            throw new Ended(Exit.NO_CONNECTION, unseen.problem());
        }
    }

    private void tellJson(FiledRun run, Verification verification) {
        if (json) {
            Path file = run.run().journalFile();
            terminal().out().println(RunJson.verified(run.plan(), verification, file));
        }
    }

    private Exit verify(FiledRun run, LaterLook.Seen look, Optional<Retention> kept) {
        Plan plan = run.plan();
        Inspection seen = look.inspection();
        String meant = plan.identity().name();
        terminal()
                .page()
                .title(
                        Message.of("cli.verify.title", meant, PlanPage.flow(plan)),
                        seen.identity().practice());
        Verification verification = Verifier.verify(plan, seen, run.seen(), look.errors());
        Optional<Retirement> oldKey = Retirement.of(plan, seen, look.traces(), kept);
        boolean filed = new RunClosing(doors, terminal(), plan)
                .verified(
                        verification,
                        oldKey,
                        run.run().journalFile(),
                        () -> doors.evidence().write(run, verification, oldKey, seen, doors.clock()));
        tellJson(run, verification);
        if (!filed) {
            return Exit.STOPPED;
        }
        return switch (verification.overall()) {
            case DONE -> Exit.DONE;
            case PENDING_RESTART, CANNOT_TELL, OLD_KEY_NEEDED -> Exit.BLOCKED;
            case RESTART_FAILS, NOT_MET -> Exit.STOPPED;
        };
    }
}
