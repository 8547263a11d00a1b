package keyturn.plan.due;

import java.time.Instant;
import keyturn.plan.depend.Health;

/**
 * One date on a row.
 *
 * @param label what tells it from others of its kind, such as the name of a secret; empty: nothing
 * @param state how it stands on the day of the inspection
 */
public record DueMark(Kind kind, Instant at, String label, Health.State state) {

    /** What happens then. */
    public enum Kind {
        ROTATION_DUE,
        KEY_EXPIRES,
        SECRET_EXPIRES,
        BACKED_UP,
        /** The vault has changed the key then, after its last backup. */
        BACKUP_DUE,
        /** A drill has restored the key into a scratch vault, and used it there. */
        RESTORE_TESTED,
        /** The scratch vault takes the key again: until then a drill of it needs another one. */
        NEXT_DRILL,
        NEEDED_UNTIL
    }
}
