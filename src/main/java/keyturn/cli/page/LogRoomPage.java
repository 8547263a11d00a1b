package keyturn.cli.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.LogRoom;
import keyturn.plan.triage.LogRoomWords;

/** How long open databases can go on before their logs need the vault, one paragraph for each. */
public final class LogRoomPage {

    private final TerminalPage page;
    private final Inspection seen;

    public LogRoomPage(TerminalPage page, Inspection seen) {
        this.page = page;
        this.seen = seen;
    }

    public void print(Fact<List<LogRoom>> rooms) {
        page.heading(Message.of("cli.triage.log"));
        if (rooms.value().isEmpty()) {
            page.hanging(Paint.Ink.CARE, 0, 2, FactText.of(rooms, all -> ""));
        }
        rooms.value().orElse(List.of()).forEach(this::print);
    }

    private void print(LogRoom room) {
        Optional<Instant> last = LogRoomWords.lastLogBackup(room.database(), seen);
        page.hanging(Paint.Ink.PLAIN, 0, 2, LogRoomWords.of(room, last).text());
    }
}
