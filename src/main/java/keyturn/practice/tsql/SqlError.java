package keyturn.practice.tsql;

/** An error as SQL Server words it: number, severity and text from {@code sys.messages}. */
public final class SqlError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int number;
    private final int severity;
    private final int state;
    private final int line;

    /** @param line line of the batch, from 1; 0 where the statement's own line is to be used */
    public SqlError(int number, int severity, int state, int line, String message) {
        super(message, null, false, false);
        this.number = number;
        this.severity = severity;
        this.state = state;
        this.line = line;
    }

    public int number() {
        return number;
    }

    public int severity() {
        return severity;
    }

    public int state() {
        return state;
    }

    /** Line in the batch, from 1; 0 if only the statement knows. */
    public int line() {
        return line;
    }

    public String text() {
        String text = getMessage();
        return text == null ? "" : text;
    }

    /** The same error on the given line, unless it already has one. */
    public SqlError onLine(int otherLine) {
        return line > 0 ? this : new SqlError(number, severity, state, otherLine, text());
    }
}
