package keyturn.run.resume;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.fact.Holds;
import keyturn.plan.step.Step;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.Reach;
import keyturn.run.journal.RunRecord;

/**
 * How far a step came.
 *
 * @param reached by the journal
 * @param sent when, where nobody knows how that ended
 * @param now whether its true-after holds, by the look
 */
public record Standing(Step step, Reached reached, Optional<Instant> sent, Holds now) {

    /** What the journal says of a step. */
    public enum Reached {
        /** No act was sent. */
        NOT_BEGUN,
        /** Begun, and no line says how it ended: unknown, not failed. */
        UNKNOWN,
        DONE,
        SKIPPED,
        /** The server refused it, or it tested nothing. */
        FAILED;

        /** It needs nothing more. */
        public boolean settled() {
            return switch (this) {
                case DONE, SKIPPED -> true;
                case NOT_BEGUN, UNKNOWN, FAILED -> false;
            };
        }

        /** Its act may have been performed. */
        public boolean begun() {
            return switch (this) {
                case DONE, UNKNOWN, FAILED -> true;
                case NOT_BEGUN, SKIPPED -> false;
            };
        }
    }

    /** By the journal alone, where nobody can look at the server. */
    public static List<Standing> unseen(RunRecord.Part part, Message why) {
        Reach reach = part.reach();
        return part.plan().steps().stream()
                .map(step -> new Standing(step, reach.of(step), reach.unanswered(step), new Holds.Unknown(why)))
                .toList();
    }

    /**
     * @param before what the lines before say; where the line says that an act was not sent after all, those before the line
     *     that had it started
     */
    public static Reached after(JournalEntry.Event event, Reached before) {
        return switch (event) {
            case STARTED, UNANSWERED -> Reached.UNKNOWN;
            case DONE -> Reached.DONE;
            case SKIPPED -> Reached.SKIPPED;
            case FAILED -> Reached.FAILED;
            case UNDONE -> Reached.NOT_BEGUN;
            case NOT_SENT, APPROVED, STOPPED, RESUMED, BACKOUT, VERIFIED, FILED, TAKEN_OVER -> before;
        };
    }
}
