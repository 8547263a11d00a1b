package keyturn.script;

/** What is really sent. Many kinds of step, few acts: one for each outside system. */
public sealed interface Act {

    /** One T-SQL batch, sent as it stands. */
    record SqlBatch(Script text) implements Act {}
}
