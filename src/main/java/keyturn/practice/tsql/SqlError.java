package keyturn.practice.tsql;

/** An error as SQL Server words it: number, severity and text from {@code sys.messages}. */
public final class SqlError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int number;
    private final int severity;
    private final int state;
    private final int line;
    private final String procedure;

    /** @param line line of the batch, from 1; 0 where the statement's own line is to be used */
    public SqlError(int number, int severity, int state, int line, String message) {
        this(number, severity, state, line, message, "");
    }

    private SqlError(int number, int severity, int state, int line, String message, String procedure) {
        super(message, null, false, false);
        this.procedure = procedure;
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

    /** The procedure that could not be called, or empty: such an error is told as its own, on line 0. */
    public String procedure() {
        return procedure;
    }

    /** The same error as one of calling a procedure. */
    public SqlError ofCall(String name) {
        return new SqlError(number, severity, state, 0, text(), name);
    }

    /** The same error on the given line, unless it already has one. */
    public SqlError onLine(int otherLine) {
        return line > 0 || !procedure.isEmpty() ? this : new SqlError(number, severity, state, otherLine, text());
    }
}
