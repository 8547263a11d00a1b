package keyturn.practice.tsql.query;

/** Something that yields rows, each time it runs, within an outer row that it may look at. */
@FunctionalInterface
interface RowSource {

    /** Pushes rows until there are none, or until the consumer wants no more: then false. */
    boolean run(Env outer, RowConsumer consumer);
}
