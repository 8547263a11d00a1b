package keyturn.cli.verb;

import java.nio.file.Path;
import java.util.List;
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
import keyturn.cli.page.Paint;
import keyturn.cli.page.PlanPage;
import keyturn.cli.page.PlannedJson;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.evidence.FiledRun;
import keyturn.plan.Plan;
import keyturn.run.RunSetting;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.Found;
import keyturn.run.resume.Offer;
import keyturn.run.resume.Resume;
import keyturn.run.step.Decider;
import keyturn.run.step.RunSecrets;
import keyturn.run.step.SecretNeed;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.script.json.SavedPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code keyturn backout JOURNAL TARGET}: looks, shows the back-out and files it beside the journal; with the digest that it
 * printed, runs it.
 */
@Command(name = "backout")
public final class BackoutVerb extends Verb {

    private final Doors doors;

    @Parameters(paramLabel = "JOURNAL", arity = "1", descriptionKey = "help.journal")
    Path journal = Path.of("");

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--approve", paramLabel = "sha256:HEX", descriptionKey = "help.backout.approve")
    Optional<String> approve = Optional.empty();

    @Option(names = "--ticket", paramLabel = "ID", descriptionKey = "help.run.ticket")
    Optional<String> ticket = Optional.empty();

    @Option(names = "--backout-copy", paramLabel = "DIR", descriptionKey = "help.run.backoutCopy")
    Optional<Path> backoutCopy = Optional.empty();

    @Option(names = "--json", descriptionKey = "help.check.json")
    boolean json;

    @Mixin
    ConfirmOption confirm = new ConfirmOption();

    @Mixin
    SecretOption secret = new SecretOption();

    public BackoutVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    boolean asJson() {
        return json;
    }

    @Override
    Exit perform() throws Ended {
        FiledRun filed = ResumeVerb.filed(journal);
        JournalFolder.counts(doors, filed.run().folder());
        if (approve.isEmpty()) {
            return show(filed);
        }
        String digest = RunVerb.digest(approve.get());
        if (filed.run().current().isWhileStopped() && digest.equals(digestOf(filed))) {
            return takeBack(filed);
        }
        SavedPlan filedBack = written(filed.run(), digest);
        Plan back = filedBack.plan();
        confirm.check(back, doors.marks());
        var approval = new Approval(
                filedBack.digest(),
                System.getProperty("user.name"),
                doors.clock().instant(),
                ticket);
        try (Place place = target.open(doors, terminal())) {
            title(back);
            var approved = new ApprovedPlan(back, filedBack.scripts(), approval);
            RunSecrets secrets = secret.secrets(back, SecretNeed.of(back), place.target(), terminal());
            return new RunInTerminal(doors, terminal(), back)
                    .conduct(
                            backoutCopy,
                            secrets,
                            setting -> doors.runner().backout(journal, approved, place.target(), setting));
        }
    }

    private static String digestOf(FiledRun filed) {
        return filed.run().current().approved().scripts().digest();
    }

    /** While SQL Server is stopped there is one way back, which was approved with the plan: what was done since the stop is undone. */
    private Exit takeBack(FiledRun filed) throws Ended {
        confirm.check(filed.plan(), doors.marks());
        try (Place place = target.open(doors, terminal())) {
            title(filed.plan());
            var setting = new RunSetting(Optional.empty(), event -> {}, Decider.STOPS, () -> false);
            doors.runner().takeBackStop(journal, place.target(), setting);
            terminal().page().text(Paint.Ink.PLAIN, 0, TerminalPage.say("cli.backout.stopped.done"));
            return Exit.DONE;
        } catch (Problem.Raised notTakenBack) {
            throw JournalFolder.notBegun(notTakenBack.problem());
        }
    }

    private Exit showStop(FiledRun filed) {
        title(filed.plan());
        terminal().page().text(Paint.Ink.PLAIN, 0, TerminalPage.say("cli.backout.stopped"));
        terminal().out().println("digest " + digestOf(filed));
        return Exit.DONE;
    }

    private Exit show(FiledRun filed) throws Ended {
        RunRecord run = filed.run();
        try (Place place = target.open(doors, terminal())) {
            Optional<Found> seen = look(run, place);
            if (seen.isEmpty()) {
                return showStop(filed);
            }
            Found found = seen.get();
            title(run.first().plan());
            new FoundPage(terminal().page(), found, !filed.interrupted()).print();
            Plan back = back(found.offers());
            Scripts scripts = Resume.write(run, back);
            PlanPage shown = new PlanPage(terminal().page(), back, scripts);
            shown.outline();
            shown.steps();
            terminal().page().blank();
            terminal().page().text(Paint.Ink.PLAIN, 0, TerminalPage.say("cli.backout.approve"));
            terminal().lastLine("digest " + scripts.digest());
            if (json) {
                terminal().out().println(PlannedJson.ready(back, scripts, journal, List.of()));
            }
            return Exit.DONE;
        } catch (Problem.Raised unwritten) {
            throw JournalFolder.notBegun(unwritten.problem());
        }
    }

    /** Empty where the run may have left SQL Server stopped, and it does not answer. */
    private Optional<Found> look(RunRecord run, Place place) throws Ended {
        try {
            return Optional.of(ResumeVerb.look(doors, journal, place));
        } catch (Ended unseen) {
            if (run.current().isWhileStopped()) {
                return Optional.empty();
            }
            throw unseen;
        }
    }

    private void title(Plan plan) {
        terminal()
                .page()
                .title(
                        Message.of("cli.backout.title", plan.identity().name(), PlanPage.flow(plan)),
                        plan.identity().practice());
    }

    /** The whole back-out where that fits, else the ENABLE alone. */
    private static Plan back(List<Offer> offers) throws Ended {
        Optional<Plan> all = first(offers, Offer.BackOut.class).map(Offer.BackOut::plan);
        Optional<Plan> enable = first(offers, Offer.OnlyEnable.class).map(Offer.OnlyEnable::plan);
        if (all.isEmpty() && enable.isEmpty()) {
            throw first(offers, Offer.Cannot.class)
                    .map(cannot -> new Ended(Exit.REFUSED, cannot.problem()))
                    .orElseGet(() -> Ended.of(Exit.REFUSED, "backout.none"));
        }
        return all.or(() -> enable).orElseThrow();
    }

    private static <O extends Offer> Optional<O> first(List<Offer> offers, Class<O> kind) {
        return offers.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static SavedPlan written(RunRecord run, String digest) throws Ended {
        try {
            return Resume.written(run, digest).orElseThrow(() -> Ended.of(Exit.REFUSED, "backout.unknown", digest));
        } catch (Problem.Raised unreadable) {
            throw JournalFolder.refused(unreadable.problem());
        }
    }
}
