package keyturn.ui.run.startup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Fact;
import keyturn.inspect.startup.StartupSeen;
import keyturn.plan.step.StepId;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.script.ScriptLine;
import keyturn.ui.parts.script.ScriptLines;

/** Lines of the error log and events of the connector, in one order of time; what may not be read is said first. */
record StartupLog(StepId step, ZoneId zone) {

    private record Entry(Instant at, String text) {}

    /**
     * @param events empty: none were asked for yet, or there is nobody to ask
     * @param hostless there is no way to the host
     */
    List<ScriptLine> lines(Optional<StartupSeen> seen, Optional<Fact<List<HostSight.Event>>> events, boolean hostless) {
        ScriptLines lines = new ScriptLines();
        List<Entry> entries = new ArrayList<>();
        seen.ifPresent(now -> {
            unread(now.log(), "run.startup.log.unread", lines);
            now.log().value().orElse(List.of()).forEach(line -> entries.add(new Entry(line.at(), line.text())));
        });
        events.ifPresent(told -> {
            unread(told, "run.startup.events.unread", lines);
            told.value().orElse(List.of()).forEach(event -> entries.add(entry(event)));
        });
        if (hostless) {
            lines.note(step, Words.of("run.startup.events.none"));
        }
        entries.sort(Comparator.comparing(Entry::at));
        entries.forEach(entry -> lines.note(step, WindowTimes.clock(entry.at(), zone) + "  " + entry.text()));
        return lines.list();
    }

    private static Entry entry(HostSight.Event event) {
        return new Entry(
                event.at(), Words.of("run.startup.event", event.level(), String.valueOf(event.id()), event.message()));
    }

    private void unread(Fact<?> fact, String key, ScriptLines lines) {
        switch (fact) {
            case Fact.Known<?> known -> {}
            case Fact.Unknown<?> unknown ->
                lines.note(step, Words.of(key, unknown.why().text()));
            case Fact.NotPermitted<?> denied ->
                lines.note(
                        step,
                        Words.of(
                                key,
                                Words.of(
                                        "run.startup.needs", denied.permission().name())));
        }
    }
}
