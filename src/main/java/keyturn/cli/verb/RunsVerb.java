package keyturn.cli.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.cli.Doors;
import keyturn.cli.Exit;
import keyturn.cli.Terminal;
import keyturn.cli.page.InspectionPage;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.TerminalPage;
import keyturn.evidence.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keyturn runs}: every run of this machine with its state and verdict, the newest first. */
@Command(name = "runs")
public final class RunsVerb extends Verb {

    private final Doors doors;

    @Option(names = "--journal", paramLabel = "DIR", descriptionKey = "help.runs.journal")
    Optional<Path> journal = Optional.empty();

    public RunsVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() {
        List<Runs.Run> all = Runs.in(journal.orElse(doors.runs())).all();
        all.forEach(this::line);
        if (all.isEmpty()) {
            terminal().page().text(Ink.PLAIN, 0, TerminalPage.say("cli.runs.none"));
        }
        return Exit.DONE;
    }

    private void line(Runs.Run run) {
        String at = InspectionPage.time(run.since());
        switch (run) {
            case Runs.Pending pending ->
                line(Ink.CARE, TerminalPage.say("cli.runs.pending", pending.runId(), pending.server(), at));
            case Runs.Interrupted early -> line(Ink.CARE, interrupted(early, at));
            case Runs.Ended ended -> line(Ink.PLAIN, ended(ended, at));
            case Runs.Damaged damaged -> {
                line(
                        Ink.BAD,
                        TerminalPage.say("cli.runs.damaged", damaged.folder().getFileName(), at));
                terminal()
                        .page()
                        .hanging(Ink.PLAIN, 2, 2, damaged.why().summary().text());
            }
        }
    }

    private void line(Ink ink, String text) {
        terminal().page().hanging(ink, 0, 2, text);
    }

    private static String interrupted(Runs.Interrupted early, String at) {
        return TerminalPage.say(
                early.goingBack() ? "cli.runs.interrupted.back" : "cli.runs.interrupted",
                early.runId(),
                early.server(),
                at,
                early.settled(),
                early.steps());
    }

    private static String ended(Runs.Ended ended, String at) {
        String how = ended.verdict()
                .map(verdict -> TerminalPage.say("cli.runs.verdict." + verdict))
                .orElseGet(() -> TerminalPage.say("cli.runs.stopped"));
        return TerminalPage.say("cli.runs.ended", ended.runId(), ended.server(), at, how);
    }
}
