package keyturn.plan.fact;

import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.ServerStart;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.words.ForecastWords;

/** What a look at SQL Server shows of a start, and of the work on its host. */
final class SeenStart {

    private SeenStart() {}

    static Holds holds(Inspection seen, Condition.OfHost condition) {
        return switch (condition) {
            case Condition.HostTold told -> new Holds.Unknown(Message.of("plan.found.hostUnseen"));
            case Condition.StartNotFailing not -> notFailing(Forecast.of(seen));
            case Condition.FileThere there -> there(seen, there.file());
            case Condition.StartedAnew anew ->
                SeenConditions.of(seen.facts().startedAt(), start -> anew(seen, anew, start));
        };
    }

    private static Holds notFailing(Forecast forecast) {
        return forecast.causes().isEmpty()
                ? new Holds.Yes(ForecastWords.headline(forecast))
                : new Holds.No(ForecastWords.headline(forecast));
    }

    private static Holds there(Inspection seen, DllPath file) {
        return seen.facts().around().files().stream()
                .filter(one -> one.path().sameFileAs(file))
                .findFirst()
                .map(one -> SeenConditions.of(
                        one.there(),
                        there -> there
                                ? (Holds) new Holds.Yes(Message.of("plan.found.fileThere", file))
                                : new Holds.No(Message.of("plan.found.fileMissing", file))))
                .orElseGet(() -> new Holds.Unknown(Message.of("plan.fact.notLooked", file)));
    }

    /** A server that has not been started yet is no failure: somebody may be about to. */
    private static Holds anew(Inspection seen, Condition.StartedAnew anew, ServerStart start) {
        NodeName answers = seen.identity().node();
        if (!answers.equals(anew.node())) {
            return new Holds.No(Message.of("plan.found.otherNode", answers, anew.node()));
        }
        return start.local().equals(anew.was())
                ? new Holds.Unknown(Message.of("plan.found.notStartedAnew", Times.seconds(start.instant())))
                : SeenConditions.of(
                        seen.facts().databases(),
                        rows -> opened(
                                anew.databases(),
                                rows,
                                "plan.found.startedAnew",
                                "plan.found.startedAnewClosed",
                                Times.seconds(start.instant())));
    }

    /** While one recovers nobody knows yet whether it opens. */
    static Holds opened(List<DatabaseName> wanted, List<Database> rows, String open, String notOpen, String start) {
        List<Database> closed = rows.stream()
                .filter(row -> wanted.contains(row.name()))
                .filter(row -> !ConcernedDatabases.isOpen(row))
                .toList();
        if (closed.isEmpty()) {
            return new Holds.Yes(Message.of(open, start));
        }
        Message found = Message.of(
                notOpen,
                start,
                closed.stream().map(row -> row.name() + " " + row.state()).collect(Collectors.joining(", ")));
        boolean recovering = closed.stream().anyMatch(row -> row.state().equals("RECOVERING"));
        return recovering ? new Holds.Unknown(found) : new Holds.No(found);
    }
}
