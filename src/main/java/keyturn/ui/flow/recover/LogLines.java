package keyturn.ui.flow.recover;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.Message;
import keyturn.domain.Target;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.LogRoom;
import keyturn.domain.inspection.LogRooms;
import keyturn.plan.check.Blocks;
import keyturn.plan.flow.recover.RecoverFlow;
import keyturn.plan.triage.LogRoomWords;
import keyturn.ui.asks.LookAtLogs;
import keyturn.ui.wizard.Draft;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** How long open databases can go on without the vault, a sentence each; read once for each inspection. */
final class LogLines {

    /** Of thousands of databases a page shows a few. */
    private static final int SHOWN = 12;

    private final Draft draft;
    private final Background background;
    private final LookAtLogs logs;
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private Optional<Job> job = Optional.empty();

    LogLines(Draft draft, Background background, LookAtLogs logs) {
        this.draft = draft;
        this.background = background;
        this.logs = logs;
    }

    /** Empty until they are read. */
    ObservableList<String> lines() {
        return lines;
    }

    void read(Inspection seen) {
        lines.clear();
        job.ifPresent(Job::abandon);
        job = draft.target().get().map(target -> read(target, seen));
    }

    private Job read(Target target, Inspection seen) {
        return background.perform(
                () -> logs.at(target, seen),
                found -> lines.setAll(told(found, seen)),
                problem -> lines.setAll(problem.summary().text()));
    }

    private static List<String> told(LogRooms found, Inspection seen) {
        Fact<List<LogRoom>> rooms = found.rooms();
        List<Message> each = LogRoomWords.each(found, seen);
        Stream<Message> more = each.size() > SHOWN
                ? Stream.of(RecoverFlow.NAME.words("window.logs.more", each.size() - SHOWN))
                : Stream.empty();
        Stream<Message> unread = rooms.value().isPresent() ? Stream.empty() : Stream.of(Blocks.reason(rooms));
        return Stream.of(
                        Stream.of(LogRoomWords.flag(found.traceFlag())),
                        unread,
                        each.stream().limit(SHOWN),
                        more)
                .flatMap(lines -> lines)
                .map(Message::text)
                .toList();
    }
}
