package keyturn.plan.verify;

import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Underway;
import keyturn.domain.inspection.Underway.Limit;
import keyturn.domain.inspection.Underway.OldLog;
import keyturn.plan.check.Blocks;

/**
 * Whether the log of a database still needs the key of before, backups or not: an open transaction, replication or change data
 * capture keeps its parts active, and the next log and full backups hold what is in them. Since 2019 each part shows its key;
 * before, what holds the log is all there is to see.
 */
final class HeldLog {

    private HeldLog() {}

    /** The database with the reason; empty where no log holds the key. What cannot be seen counts as held. */
    static Optional<String> of(Inspection seen, DatabaseName database) {
        Underway now = seen.facts().around().underway();
        Optional<List<OldLog>> parts = now.oldLog().value();
        if (parts.isPresent()) {
            return parts.get().stream()
                    .filter(part -> part.database().equals(database))
                    .map(part -> Message.of("plan.note.heldLog", database, part.active(), reason(now, database))
                            .text())
                    .findFirst();
        }
        if (now.limits().value().isEmpty()) {
            return Optional.of(Message.of(
                            "plan.note.heldLogUnknown",
                            database,
                            Blocks.reason(now.limits()).text())
                    .text());
        }
        return now.limit(database)
                .flatMap(Limit::logHeldBy)
                .map(reason ->
                        Message.of("plan.note.heldLogPerhaps", database, reason).text());
    }

    private static String reason(Underway now, DatabaseName database) {
        return now.limit(database).flatMap(Limit::logHeldBy).orElse("NOTHING");
    }
}
