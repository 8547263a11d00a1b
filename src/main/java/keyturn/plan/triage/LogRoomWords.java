package keyturn.plan.triage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.LogRoom;
import keyturn.domain.inspection.LogRooms;
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

    /** Whether a new part of a log needs the vault, which a trace flag decides. */
    public static Message flag(Fact<Boolean> on) {
        return switch (on) {
            case Fact.Known<Boolean> known -> Message.of(known.content() ? "plan.room.flag.on" : "plan.room.flag.off");
            case Fact.Unknown<Boolean> unknown ->
                Message.of("plan.room.flag.unread", unknown.why().text());
            case Fact.NotPermitted<Boolean> denied ->
                Message.of("plan.room.flag.unread", denied.permission().name());
        };
    }

    /** A sentence for each database, in their order; none where they could not be read. */
    public static List<Message> each(LogRooms logs, Inspection seen) {
        return logs.rooms().value().orElse(List.of()).stream()
                .map(room -> of(room, lastLogBackup(room.database(), seen)))
                .toList();
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
