package keyturn.evidence.ticket;

import java.util.List;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.plan.words.ForecastWords;

/**
 * What a plan wants read before approval, by what a reader does with it. What belongs to the forecast stands under the outage.
 *
 * @param before must be done or looked at before the change
 * @param notes need only be known
 * @param later must be done once the change is over, or kept up
 */
record TicketNotices(List<Message> before, List<Message> notes, List<Message> later) {

    private static final String PREFIX = "plan.notice.";

    private static final Set<String> BEFORE = Set.of(
            "buildStated",
            "buildFolder",
            "sameNumber",
            "notOpen",
            "permissionsUnknown",
            "rights",
            "vaultKeyUnseen",
            "rotateBackNoRoom",
            "secretTyped",
            "test.long",
            "test.long.more");

    private static final Set<String> LATER = Set.of(
            "pendingRestart",
            "restartUnknown",
            "oldKeyStays",
            "newKeyNeeded",
            "logBackup",
            "backupsStay",
            "backupsWritten",
            "test.own",
            "test.own.many",
            "secretStays");

    static TicketNotices of(List<Message> notices) {
        List<Message> own = notices.stream()
                .filter(notice -> !ForecastWords.isOfForecast(notice))
                .toList();
        return new TicketNotices(
                own.stream().filter(notice -> is(BEFORE, notice)).toList(),
                own.stream()
                        .filter(notice -> !is(BEFORE, notice) && !is(LATER, notice))
                        .toList(),
                own.stream().filter(notice -> is(LATER, notice)).toList());
    }

    private static boolean is(Set<String> keys, Message notice) {
        return notice.key().startsWith(PREFIX) && keys.contains(notice.key().substring(PREFIX.length()));
    }
}
