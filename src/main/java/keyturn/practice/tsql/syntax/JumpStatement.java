package keyturn.practice.tsql.syntax;

/** GOTO and where it leads. */
public sealed interface JumpStatement extends Statement {

    String label();

    /** {@code GOTO done}. */
    record Goto(int line, String label) implements JumpStatement {}

    /** {@code done:}. */
    record Label(int line, String label) implements JumpStatement {}
}
