package keyturn.practice.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.server.state.Table;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.query.Variables;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The variables of one batch, parameters included. */
final class BatchVariables implements Variables {

    private final Map<String, SqlType> types = new HashMap<>();
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final Map<String, Table> tables = new HashMap<>();
    private final Cursors cursors = new Cursors();

    /** @throws SqlError 134 if there is one already */
    void declare(String name, SqlType type, int line) {
        if (types.putIfAbsent(key(name), type) != null) {
            throw declared134(name, line);
        }
    }

    private static SqlError declared134(String name, int line) {
        return new SqlError(
                134,
                15,
                2,
                line,
                "The variable name '" + name
                        + "' has already been declared. Variable names must be unique within a query"
                        + " batch or stored procedure.");
    }

    @Override
    public Optional<SqlType> type(String name) {
        return Optional.ofNullable(types.get(key(name)));
    }

    @Override
    public @Nullable Object value(String name) {
        return values.get(key(name));
    }

    /** @throws SqlError 134 if there is one already */
    void declare(Table table, int line) {
        if (tables.putIfAbsent(key(table.name()), table) != null || types.containsKey(key(table.name()))) {
            throw declared134(table.name(), line);
        }
    }

    Cursors cursors() {
        return cursors;
    }

    /** The same variables with the values of now, which stay. */
    BatchVariables copy() {
        BatchVariables copy = new BatchVariables();
        copy.types.putAll(types);
        copy.values.putAll(values);
        copy.tables.putAll(tables);
        return copy;
    }

    Optional<Table> tableVariable(String name) {
        return Optional.ofNullable(tables.get(key(name)));
    }

    void replace(Table table) {
        tables.put(key(table.name()), table);
    }

    @Override
    public Optional<Relation> table(String name) {
        return tableVariable(name).map(Table::relation);
    }

    @Override
    public void assign(String name, @Nullable Object value) {
        values.put(key(name), value);
    }

    private static String key(String name) {
        return Prevailing.server().key(name);
    }
}
