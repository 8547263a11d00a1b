package keyturn.practice.server.state;

import java.math.BigInteger;
import java.util.Optional;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.TableElement;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.SqlType;

/**
 * A column of a table.
 *
 * @param computed from the others of its row
 * @param rowVersion the server gives a new value at each change
 */
public record TableColumn(
        String name,
        SqlType type,
        boolean nullable,
        Optional<TableElement.Default> defaulted,
        Optional<Counter> identity,
        Optional<Expression> computed,
        Optional<String> collation,
        boolean rowVersion) {

    /** {@code IDENTITY (seed, increment)}. */
    public record Counter(BigInteger seed, BigInteger increment) {}

    /** A plain one, as SELECT INTO makes it. */
    public static TableColumn plain(Column column) {
        return new TableColumn(
                column.name(),
                column.type(),
                column.nullable(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                column.collation().map(Collation::name),
                false);
    }

    public Column column() {
        return new Column(name, type, nullable, collation.map(Collation::known));
    }

    /** INSERT and UPDATE may give it a value. */
    public boolean writable() {
        return computed.isEmpty() && !rowVersion;
    }

    public TableColumn defaulted(TableElement.Default value) {
        return new TableColumn(name, type, nullable, Optional.of(value), identity, computed, collation, rowVersion);
    }

    public TableColumn withoutDefault() {
        return new TableColumn(name, type, nullable, Optional.empty(), identity, computed, collation, rowVersion);
    }

    public TableColumn typed(SqlType now, boolean nullableNow) {
        return new TableColumn(name, now, nullableNow, defaulted, identity, computed, collation, rowVersion);
    }

    public TableColumn counted(Counter counter) {
        return new TableColumn(name, type, false, defaulted, Optional.of(counter), computed, collation, rowVersion);
    }
}
