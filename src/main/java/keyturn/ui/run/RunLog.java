package keyturn.ui.run;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import keyturn.run.RunEvent;
import keyturn.run.door.Access;
import keyturn.script.Scripts.StepScript;
import keyturn.script.act.Act;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.script.Language;
import keyturn.ui.parts.script.ScriptLine;
import keyturn.ui.parts.script.ScriptLines;

/** Writes a run down as it goes: the act that was sent, the messages and rows that came back. */
final class RunLog {

    private final ScriptLines lines = new ScriptLines();
    private final List<StepScript> scripts;
    private final ZoneId zone;

    RunLog(List<StepScript> scripts, ZoneId zone) {
        this.scripts = scripts;
        this.zone = zone;
    }

    List<ScriptLine> lines() {
        return lines.list();
    }

    void hear(RunEvent event) {
        String at = WindowTimes.clock(event.at(), zone);
        switch (event) {
            case RunEvent.Started started -> {
                StepScript script = scripts.get(started.step().number() - 1);
                boolean handed = script.act() instanceof Act.OperatorTask;
                lines.note(started.step(), Words.of(handed ? "run.log.handed" : "run.log.sent", at, started.step()));
                code(script);
            }
            case RunEvent.Skipped skipped ->
                lines.note(
                        skipped.step(),
                        Words.of(
                                "run.log.skipped",
                                at,
                                skipped.step(),
                                skipped.why().text()));
            case RunEvent.Done done -> back(done, at);
            case RunEvent.Failed failed -> {
                lines.note(
                        failed.step(),
                        Words.of(
                                "run.log.failed", at, failed.problem().summary().text()));
                failed.problem().detail().ifPresent(detail -> lines.note(failed.step(), detail));
            }
            case RunEvent.Waiting waiting ->
                lines.note(
                        waiting.step(),
                        Words.of("run.log.waiting", at, waiting.what().text()));
            case RunEvent.Stopped stopped ->
                lines.note(
                        stopped.step(),
                        Words.of("run.log.stopped", at, stopped.why().text()));
        }
    }

    private void back(RunEvent.Done done, String at) {
        done.outcome().messages().forEach(message -> lines.note(done.step(), at + "  " + message));
        for (Access.Table table : done.outcome().tables()) {
            Stream.concat(Stream.of(table.head()), table.rows().stream())
                    .forEach(row -> lines.note(done.step(), at + "  " + String.join(" | ", row)));
        }
        lines.note(
                done.step(),
                Words.of("run.log.done", at, WindowTimes.duration(done.outcome().took())));
        lines.note(done.step(), "");
    }

    /** What is done elsewhere stands in the words in which somebody can do it. */
    private void code(StepScript script) {
        if (script.act().isSql()) {
            lines.code(script.step(), script.act().shownAsTSql(), Language.TSQL);
        } else {
            lines.code(script.step(), script.powershell(), Language.POWERSHELL);
        }
    }
}
