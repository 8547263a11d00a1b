package keyturn.plan.triage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.LogRoom;
import keyturn.domain.inspection.Surroundings.Backup;
import keyturn.domain.inspection.Surroundings.BackupKind;
import keyturn.plan.fact.Times;
import keyturn.plan.words.DurationWords;

/** The sentences on the room in a log: what is free, how it grows, the last log backup, when the next part of it is entered. */
public final class LogRoomWords {

    private LogRoomWords() {}

    /** Empty where the history has none, or cannot be read. */
    public static Optional<Instant> lastLogBackup(DatabaseName database, Inspection seen) {
        return seen.facts().around().backups().value().orElse(List.of()).stream()
                .filter(backup ->
                        backup.kind() == BackupKind.LOG && backup.database().equals(database))
                .map(Backup::finished)
                .max(Comparator.naturalOrder());
    }

    public static Message of(LogRoom room, Optional<Instant> last) {
        Message growth = Message.of(growthKey(room), room.growth());
        Message backup = last.map(end -> Message.of("plan.room.backup", Times.seconds(end)))
                .orElse(Message.of("plan.room.noBackup"));
        Message next = room.nextPart(last)
                .map(time -> Message.of("plan.room.next", DurationWords.of(time)))
                .orElse(Message.of("plan.room.nextUnknown"));
        return Message.of(
                "plan.room",
                room.database(),
                Math.round(room.freeMegabytes()),
                Math.round(room.totalMegabytes()),
                growth.text(),
                backup.text(),
                next.text());
    }

    private static String growthKey(LogRoom room) {
        if (room.growth() == 0) {
            return "plan.room.fixed";
        }
        return room.percent() ? "plan.room.percent" : "plan.room.grows";
    }
}
