package keyturn.practice.server;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Rows;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.state.TableColumn;
import keyturn.practice.server.state.TableKey;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.query.Changes;
import keyturn.practice.tsql.syntax.TableElement;
import keyturn.practice.tsql.syntax.TableElement.ColumnElement;
import keyturn.practice.tsql.syntax.TypeName;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.TypeNames;

/** From what stands in the parentheses of CREATE TABLE to a table. */
final class TableMaker {

    private final Catalog catalog;
    private final String name;
    private final List<TableElement> elements;
    private final List<TableColumn> standing;

    TableMaker(Catalog catalog, String name, List<TableElement> elements) {
        this(catalog, name, elements, List.of());
    }

    /** @param standing columns that the table has already, over which a computed one may be */
    TableMaker(Catalog catalog, String name, List<TableElement> elements, List<TableColumn> standing) {
        this.standing = List.copyOf(standing);
        this.catalog = catalog;
        this.name = name;
        this.elements = List.copyOf(elements);
    }

    /**
     * An empty table.
     *
     * @throws SqlError 2705 a column twice, 2715 no such type, 2744, 2749, 8147 about IDENTITY, 8110, 8111, 1911 about keys
     */
    Table make(int id, String schema, java.time.LocalDateTime now) {
        List<TableColumn> columns = columns();
        if (columns.isEmpty()) {
            throw Messages.error(1701, 1, name);
        }
        Table bare = new Table(id, schema, name, now, columns, List.of(), List.of(), Rows.NONE, Optional.empty());
        return checked(keyed(bare));
    }

    /** The columns among the elements. */
    List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>();
        List<ColumnElement> computed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (TableElement element : elements) {
            if (element instanceof ColumnElement column) {
                if (!seen.add(Prevailing.here().key(column.name()))) {
                    throw Messages.error(2705, 3, column.name(), name);
                }
                columns.add(column(column, columns.size() + 1));
                column.computed().ifPresent(c -> computed.add(column));
            }
        }
        if (columns.stream().filter(c -> c.identity().isPresent()).count() > 1) {
            throw Messages.error(2744, 2, name);
        }
        for (ColumnElement each : computed) {
            settle(each, columns);
        }
        return columns;
    }

    private TableColumn column(ColumnElement element, int number) {
        Optional<TypeName> written = element.type();
        boolean version = written.map(TypeName::name)
                .filter(n -> n.equalsIgnoreCase("timestamp") || n.equalsIgnoreCase("rowversion"))
                .isPresent();
        SqlType type = written.map(t -> type(t, number)).orElse(SqlType.INT);
        Optional<TableColumn.Counter> counter = element.identity().map(c -> counter(element, type, c));
        boolean nullable = element.nullable().orElse(!version) && counter.isEmpty();
        return new TableColumn(
                element.name(),
                type,
                nullable,
                element.defaulted(),
                counter,
                element.computed(),
                element.collation().map(c -> collation(c, element.line())),
                version);
    }

    private static String collation(String name, int line) {
        return Collation.named(name)
                .orElseThrow(() -> Messages.error(448, 4, name).onLine(line))
                .name();
    }

    private static SqlType type(TypeName written, int number) {
        try {
            return TypeNames.declared(written);
        } catch (SqlError e) {
            throw e.number() == 2715
                    ? Messages.error(2715, 6, number, written.name()).onLine(written.line())
                    : e;
        }
    }

    private TableColumn.Counter counter(ColumnElement element, SqlType type, TableElement.Counter counter) {
        boolean fits = type.isInteger() || (type.kind() == SqlType.Kind.DECIMAL && type.scale() == 0);
        if (!fits) {
            throw Messages.error(2749, 2, element.name());
        }
        if (element.nullable().orElse(false)) {
            throw Messages.error(8147, 1, element.name(), name);
        }
        return new TableColumn.Counter(new BigInteger(counter.seed()), new BigInteger(counter.increment()));
    }

    /** The type of a computed column is that of its expression over the others. */
    private void settle(ColumnElement element, List<TableColumn> columns) {
        List<Column> others = Stream.concat(standing.stream(), columns.stream())
                .filter(c -> c.computed().isEmpty())
                .map(TableColumn::column)
                .toList();
        var bound =
                Changes.ofRow(element.computed().orElseThrow(), new Relation(name, others, used -> List.of()), catalog);
        columns.replaceAll(c -> c.name().equals(element.name()) ? c.typed(bound.type(), bound.nullable()) : c);
    }

    /** The table with the keys among the elements. */
    Table keyed(Table table) {
        Table result = table;
        for (TableElement element : elements) {
            if (element instanceof TableElement.KeyElement key) {
                result = keyed(result, key);
            }
        }
        return result;
    }

    private static Table keyed(Table table, TableElement.KeyElement element) {
        if (element.primary() && table.keys().stream().anyMatch(k -> k.kind() == TableKey.Kind.PRIMARY)) {
            throw Messages.error(8110, 0, table.name());
        }
        List<Integer> places = element.columns().stream()
                .map(c -> table.place(c).orElseThrow(() -> Messages.error(1911, 1, c)))
                .toList();
        boolean clustered = element.clustered().orElse(element.primary())
                && table.clustered().isEmpty();
        String prefix = element.primary() ? "PK__" : "UQ__";
        String plain = table.name().length() > 8 ? table.name().substring(0, 8) : table.name();
        String made = element.name()
                .orElseGet(() -> prefix + plain + "__" + table.suffix(prefix)
                        + table.suffix(element.columns().toString()));
        TableKey key =
                new TableKey(made, element.primary() ? TableKey.Kind.PRIMARY : TableKey.Kind.UNIQUE, clustered, places);
        return element.primary() ? required(table, places).plus(key) : table.plus(key);
    }

    /** What a primary key is made of cannot be NULL. */
    private static Table required(Table table, List<Integer> places) {
        List<TableColumn> columns = new ArrayList<>(table.columns());
        places.forEach(p -> columns.set(p, columns.get(p).typed(columns.get(p).type(), false)));
        return table.with(columns, table.rows());
    }

    /** The table with the checks among the elements, each looked over once. */
    Table checked(Table table) {
        List<Table.Check> checks = new ArrayList<>(table.checks());
        for (TableElement element : elements) {
            if (element instanceof TableElement.CheckElement check) {
                String plain = table.name().length() > 8 ? table.name().substring(0, 8) : table.name();
                String of = check.column().map(c -> "__" + c).orElse("");
                String made =
                        check.name().orElseGet(() -> "CK__" + plain + of + "__" + table.suffix("ck" + checks.size()));
                Changes.test(check.condition(), table.relation(), catalog);
                checks.add(new Table.Check(made, check.condition(), check.column()));
            }
        }
        return table.withChecks(checks);
    }
}
