package keyturn.cli.page;

import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.LogRoom;
import keyturn.domain.inspection.LogRooms;
import keyturn.plan.triage.LogRoomWords;

/** How long open databases can go on before their logs need the vault, one paragraph for each. */
public final class LogRoomPage {

    private final TerminalPage page;
    private final Inspection seen;

    public LogRoomPage(TerminalPage page, Inspection seen) {
        this.page = page;
        this.seen = seen;
    }

    public void print(LogRooms logs) {
        page.heading(Message.of("cli.triage.log"));
        page.hanging(Paint.Ink.PLAIN, 0, 2, LogRoomWords.flag(logs.traceFlag()).text());
        Fact<List<LogRoom>> rooms = logs.rooms();
        if (rooms.value().isEmpty()) {
            page.hanging(Paint.Ink.CARE, 0, 2, FactText.of(rooms, all -> ""));
        }
        LogRoomWords.each(logs, seen).forEach(room -> page.hanging(Paint.Ink.PLAIN, 0, 2, room.text()));
    }
}
