package keyturn.practice.tsql.syntax;

/**
 * What becomes of others who use a database.
 *
 * @param seconds how long ROLLBACK lets them be
 */
public record Termination(Way way, int seconds) {

    /** The ways there are. */
    public enum Way {
        WAIT,
        NO_WAIT,
        ROLLBACK
    }
}
