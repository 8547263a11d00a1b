package keyturn.practice.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Rows;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.state.TableKey;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.Values;
import org.jspecify.annotations.Nullable;

/** The unique keys of a table. */
record TableKeys(Table table) {

    /**
     * Looks whether rows may stand in the table together with those that stay.
     *
     * @param out places of rows that do not stay
     * @throws SqlError 2627, of an index 2601
     */
    void admit(Collection<@Nullable Object[]> rows, Set<Integer> out) {
        for (TableKey key : table.keys()) {
            if (key.unique() && !rows.isEmpty()) {
                admit(key, rows, out);
            }
        }
    }

    private void admit(TableKey key, Collection<@Nullable Object[]> rows, Set<Integer> out) {
        Map<List<@Nullable Object>, @Nullable Object[]> wanted = new HashMap<>();
        for (@Nullable Object[] row : rows) {
            if (wanted.putIfAbsent(values(key, row), row) != null) {
                throw duplicate(key, row);
            }
        }
        int place = 0;
        for (@Nullable Object[] standing : table.rows()) {
            if (!out.contains(place++)) {
                @Nullable Object[] same = wanted.get(values(key, standing));
                if (same != null) {
                    throw duplicate(key, same);
                }
            }
        }
    }

    /** The first two rows that an index would not take. */
    Optional<String> duplicate(TableKey key) {
        Map<List<@Nullable Object>, Boolean> seen = new HashMap<>();
        for (@Nullable Object[] row : table.rows()) {
            if (seen.put(values(key, row), true) != null) {
                return Optional.of(shown(key, row));
            }
        }
        return Optional.empty();
    }

    private SqlError duplicate(TableKey key, @Nullable Object[] row) {
        String object = table.schema() + "." + table.name();
        return switch (key.kind()) {
            case PRIMARY -> Messages.error(2627, 1, "PRIMARY KEY", key.name(), object, shown(key, row));
            case UNIQUE -> Messages.error(2627, 1, "UNIQUE KEY", key.name(), object, shown(key, row));
            case INDEX, PLAIN -> Messages.error(2601, 1, object, key.name(), shown(key, row));
        };
    }

    private String shown(TableKey key, @Nullable Object[] row) {
        return key.columns().stream()
                .map(place -> text(row[place], table.columns().get(place).type()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(@Nullable Object value, SqlType type) {
        Object text = Conversions.convert(value, type, SqlType.nvarchar(SqlType.MAX));
        return text == null ? "<NULL>" : text.toString();
    }

    private List<@Nullable Object> values(TableKey key, @Nullable Object[] row) {
        List<@Nullable Object> values = new ArrayList<>(key.columns().size());
        for (int place : key.columns()) {
            values.add(Values.key(row[place], collation(place)));
        }
        return values;
    }

    private Collation collation(int place) {
        return table.plainColumns().get(place).collation().orElseGet(Prevailing::here);
    }

    /** The rows of a table with more, in the order of its clustered key. */
    static Rows sorted(Table table, List<@Nullable Object[]> more) {
        TableKey key = table.clustered().orElseThrow();
        TableKeys keys = new TableKeys(table);
        Comparator<@Nullable Object[]> order = (a, b) -> keys.compare(key, a, b);
        List<@Nullable Object[]> added = new ArrayList<>(more);
        added.sort(order);
        Rows rows = table.rows();
        if (rows.size() == 0 || added.isEmpty() || order.compare(rows.get(rows.size() - 1), added.getFirst()) <= 0) {
            return rows.plus(added);
        }
        List<@Nullable Object[]> all = new ArrayList<>();
        rows.forEach(all::add);
        all.addAll(added);
        all.sort(order);
        return Rows.of(all);
    }

    private int compare(TableKey key, @Nullable Object[] a, @Nullable Object[] b) {
        for (int place : key.columns()) {
            int difference = Values.compareNullable(a[place], b[place], collation(place));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
