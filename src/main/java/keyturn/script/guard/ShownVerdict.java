package keyturn.script.guard;

import keyturn.script.TSql;

/** The verdicts that {@code verify.sql} shows. */
enum ShownVerdict {
    CONFIRMED("Confirmed"),
    NOT_CONFIRMED("Not confirmed"),
    UNKNOWN("Unknown"),
    PENDING_RESTART("PENDING RESTART"),

    /** Of a test: the backup history has it. */
    SEEN("Seen");

    private final String word;

    ShownVerdict(String word) {
        this.word = word;
    }

    /** As a literal of T-SQL. */
    String literal() {
        return TSql.literal(word);
    }
}
