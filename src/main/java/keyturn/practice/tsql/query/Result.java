package keyturn.practice.tsql.query;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;

/**
 * A bound query or a part of one.
 *
 * @param correlated its rows depend on the outer row
 */
record Result(List<Output> outputs, RowSource rows, boolean correlated) {

    /**
     * A column that comes out.
     *
     * @param untyped it is the word NULL, which takes the type of its counterparts
     */
    record Output(Column column, boolean untyped, Optional<Collated> collate) {
        Collation collation() {
            return collate.map(Collated::collation).orElseGet(Prevailing::here);
        }
    }

    Result {
        outputs = List.copyOf(outputs);
    }

    List<Column> columns() {
        return outputs.stream()
                .map(o -> o.column().collated(o.collate().map(Collated::collation)))
                .toList();
    }
}
