package keyturn.trouble.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.OneLine;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.ErrorLine;
import keyturn.trouble.Knowledge;
import keyturn.trouble.RootCause;
import keyturn.trouble.logs.LoggedEvent.Log;
import keyturn.trouble.text.Explainer;
import keyturn.trouble.text.Explanation;
import keyturn.trouble.text.Verdict;

/**
 * Both logs in order of time. What the same log says again right after itself is one event.
 *
 * @param earlier how many events before the first one are left out
 */
public record BothLogs(List<LoggedEvent> events, int earlier) {

    public static final BothLogs EMPTY = new BothLogs(List.of(), 0);

    /** The newest ones say what is wrong. */
    private static final int MOST = 60;

    public BothLogs {
        events = List.copyOf(events);
    }

    public static BothLogs of(List<ErrorLine> errors, List<HostSight.Event> events) {
        List<LoggedEvent> folded = new ArrayList<>();
        Stream.concat(errors.stream().map(BothLogs::of), events.stream().map(BothLogs::of))
                .sorted(Comparator.comparing(LoggedEvent::first))
                .forEach(next -> add(folded, next));
        int earlier = Math.max(0, folded.size() - MOST);
        return new BothLogs(folded.subList(earlier, folded.size()), earlier);
    }

    private static void add(List<LoggedEvent> folded, LoggedEvent next) {
        if (!folded.isEmpty() && next.isSaidBy(folded.getLast())) {
            folded.add(folded.removeLast().until(next));
        } else {
            folded.add(next);
        }
    }

    private static LoggedEvent of(ErrorLine line) {
        return once(line.at(), Log.ERROR_LOG, line.text(), "Msg " + line.number() + " " + line.text());
    }

    private static LoggedEvent of(HostSight.Event event) {
        return once(event.at(), Log.APPLICATION_LOG, event.message(), event.message());
    }

    private static LoggedEvent once(Instant at, Log log, String text, String explained) {
        return new LoggedEvent(at, at, 1, log, OneLine.shown(text), cause(explained));
    }

    /** Most likely behind this text; none where it tells of no error that is known. */
    public static Optional<RootCause> cause(String text) {
        return causes(text).stream().findFirst();
    }

    /** What may be behind this text, the most likely first; none where it tells of no error that is known. */
    public static List<RootCause> causes(String text) {
        Explanation said = new Explainer(Knowledge.all()).explain(text);
        boolean isError = said.isKnown() && (said.verdict() == Verdict.CAUSES || said.verdict() == Verdict.WAIT);
        return isError ? said.causes() : List.of();
    }
}
