package keyturn.ui.run;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.plan.step.StepId;
import keyturn.run.RunEvent;
import keyturn.run.door.Outcome;
import keyturn.script.Scripts.StepScript;
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
            case RunEvent.Started started -> sent(started, at);
            case RunEvent.Skipped skipped ->
                note(
                        skipped.step(),
                        "skipped",
                        at,
                        skipped.step(),
                        skipped.why().text());
            case RunEvent.Done done -> back(done, at);
            case RunEvent.NotSent not -> {
                note(not.step(), "notSent", at, not.step());
                said(not.step(), not.problem());
            }
            case RunEvent.Unanswered lost -> unanswered(lost, at);
            case RunEvent.Failed failed -> {
                note(failed.step(), "failed", at);
                said(failed.step(), failed.problem());
            }
            case RunEvent.Waiting waiting ->
                note(waiting.step(), "waiting", at, waiting.what().text());
            case RunEvent.Stopped stopped ->
                note(stopped.step(), "stopped", at, stopped.why().text());
        }
    }

    private void unanswered(RunEvent.Unanswered lost, String at) {
        note(lost.step(), "unanswered", at, lost.step(), WindowTimes.clock(lost.sent(), zone));
        said(lost.step(), lost.problem());
    }

    private void sent(RunEvent.Started started, String at) {
        StepScript script = scripts.get(started.step().number() - 1);
        note(started.step(), script.act().isHandedOver() ? "handed" : "sent", at, started.step());
        code(script);
    }

    private void note(StepId step, String what, Object... about) {
        lines.note(step, Words.of("run.log." + what, about));
    }

    private void said(StepId step, Problem problem) {
        lines.note(step, problem.summary().text());
        problem.detail().ifPresent(detail -> lines.note(step, detail));
    }

    private void back(RunEvent.Done done, String at) {
        done.answer().messages().forEach(message -> lines.note(done.step(), at + "  " + message.shown()));
        for (Outcome.Table table : done.answer().tables()) {
            Stream.concat(Stream.of(table.head()), table.rows().stream())
                    .forEach(row -> lines.note(done.step(), at + "  " + String.join(" | ", row)));
        }
        lines.note(
                done.step(),
                Words.of("run.log.done", at, WindowTimes.duration(done.answer().took())));
        lines.note(done.step(), "");
    }

    /** What is done elsewhere stands in the words in which somebody can do it. */
    private void code(StepScript script) {
        if (script.act().isSql()) {
            lines.code(script.id(), script.act().shownAsTSql(), Language.TSQL);
        } else {
            lines.code(script.id(), script.powershell(), Language.POWERSHELL);
        }
    }
}
