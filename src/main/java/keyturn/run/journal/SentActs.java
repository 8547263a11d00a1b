package keyturn.run.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Sha256;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.script.Scripts.StepScript;

/** What was sent in a run, by its journal: each act, when, by which SQL Server login, and what came of it. */
public final class SentActs {

    private SentActs() {}

    /**
     * One of them.
     *
     * @param at when it was sent, by the clock of the machine that ran it
     * @param login empty: no look told it
     * @param text the act as it is shown, secrets masked; empty where the journal names another than the plan has
     * @param end the line that says how it ended; empty: none does
     */
    public record Sent(
            Step step, Instant at, Optional<String> login, Optional<String> text, Optional<JournalEntry> end) {

        /** When it was done, by the server's clock. */
        public Optional<OffsetDateTime> done() {
            return end.flatMap(line -> line.server().time());
        }
    }

    public static List<Sent> of(RunRecord run) {
        List<Sent> sent = new ArrayList<>();
        for (RunRecord.Part part : run.parts()) {
            Map<StepId, StepScript> scripts = new HashMap<>();
            part.approved().scripts().steps().forEach(script -> scripts.put(script.id(), script));
            Optional<String> login = Optional.empty();
            List<JournalEntry> lines = part.lines();
            for (int i = 0; i < lines.size(); i++) {
                JournalEntry line = lines.get(i);
                login = line.server().login().isPresent() ? line.server().login() : login;
                Optional<StepScript> script = line.step().map(scripts::get);
                if (line.event() == Event.STARTED && script.isPresent()) {
                    sent.add(sent(script.get(), line, login, end(lines.subList(i + 1, lines.size()), line)));
                }
            }
        }
        return sent;
    }

    private static Sent sent(StepScript script, JournalEntry line, Optional<String> login, Optional<JournalEntry> end) {
        String text = script.act().shownAsTSql();
        return new Sent(
                script.step(),
                line.at(),
                login,
                Optional.of(text).filter(act -> line.digest().equals(Optional.of(Sha256.of(act)))),
                end);
    }

    /** The next line of the same step, unless it was sent again. */
    private static Optional<JournalEntry> end(List<JournalEntry> after, JournalEntry started) {
        return after.stream()
                .filter(line -> line.step().equals(started.step()))
                .findFirst()
                .filter(line -> line.event() != Event.STARTED);
    }
}
