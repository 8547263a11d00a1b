package keyturn.run.resume;

import java.time.Instant;
import java.util.Optional;
import keyturn.plan.fact.Holds;
import keyturn.plan.step.Step;
import keyturn.run.journal.JournalEntry;

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
