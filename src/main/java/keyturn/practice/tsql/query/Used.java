package keyturn.practice.tsql.query;

import java.util.BitSet;

/** Which columns of one source a statement looks at, gathered while it is bound: no others are made when it runs. */
final class Used {

    private final BitSet columns = new BitSet();

    /** Of as many columns. */
    static BitSet all(int columns) {
        BitSet all = new BitSet(columns);
        all.set(0, columns);
        return all;
    }

    void note(int column) {
        columns.set(column);
    }

    BitSet columns() {
        return columns;
    }
}
