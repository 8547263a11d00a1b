package keyturn.practice.server.state;

import java.util.List;

/**
 * Columns that are unique together in a table.
 *
 * @param kind constraint or index
 * @param clustered the rows stand in its order
 * @param columns by their places
 */
public record TableKey(String name, Kind kind, boolean clustered, List<Integer> columns) {

    public TableKey {
        columns = List.copyOf(columns);
    }

    /** What makes it. */
    public enum Kind {
        PRIMARY,
        UNIQUE,
        /** CREATE UNIQUE INDEX. */
        INDEX,
        /** An index that lets values be equal. */
        PLAIN
    }

    public boolean unique() {
        return kind != Kind.PLAIN;
    }

    public boolean constraint() {
        return kind == Kind.PRIMARY || kind == Kind.UNIQUE;
    }
}
