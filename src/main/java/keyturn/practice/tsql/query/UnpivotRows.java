package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** UNPIVOT: a row for each of some columns of a row that is not NULL, with its value and its name. */
final class UnpivotRows {

    private UnpivotRows() {}

    /** A column by its place in the input's row. */
    private record At(Column column, int place) {}

    static Source bind(Query.Unpivot unpivot, Source input) {
        Set<String> names =
                unpivot.columns().stream().map(c -> Prevailing.here().key(c)).collect(Collectors.toSet());
        List<At> kept = new ArrayList<>();
        List<At> all = new ArrayList<>();
        for (Exposed entry : input.exposed()) {
            for (int i = 0; i < entry.columns().size(); i++) {
                Column column = entry.columns().get(i);
                entry.used().note(i);
                At at = new At(column, entry.first() + i - input.first());
                boolean turned = names.contains(Prevailing.here().key(column.name()));
                (turned ? all : kept).add(at);
            }
        }
        List<At> turned = new ArrayList<>();
        for (String name : unpivot.columns()) {
            turned.add(all.stream()
                    .filter(a -> Prevailing.here().same(a.column().name(), name))
                    .findFirst()
                    .orElseThrow(() -> BindErrors.column207(unpivot.line(), name)));
        }
        SqlType type = turned.getFirst().column().type();
        for (At at : turned) {
            if (!at.column().type().equals(type)) {
                throw BindErrors.error(
                        8167,
                        unpivot.line(),
                        "The type of column \"" + at.column().name()
                                + "\" conflicts with the type of other columns specified in the UNPIVOT list.");
            }
        }
        List<Column> columns = new ArrayList<>(kept.stream().map(At::column).toList());
        columns.add(new Column(unpivot.value(), type, true));
        columns.add(new Column(unpivot.name(), SqlType.nvarchar(128), true));
        Exposed exposed = new Exposed(List.of(unpivot.alias()), true, input.first(), columns);
        return new Source(
                rows(input, kept, turned), input.first(), columns.size(), List.of(exposed), input.correlated());
    }

    private static RowSource rows(Source input, List<At> kept, List<At> turned) {
        return (outer, consumer) -> input.rows().run(outer, row -> {
            for (At each : turned) {
                if (row[each.place()] != null && !consumer.accept(row(row, kept, each))) {
                    return false;
                }
            }
            return true;
        });
    }

    private static @Nullable Object[] row(@Nullable Object[] from, List<At> kept, At turned) {
        @Nullable Object[] row = new @Nullable Object[kept.size() + 2];
        for (int i = 0; i < kept.size(); i++) {
            row[i] = from[kept.get(i).place()];
        }
        row[kept.size()] = from[turned.place()];
        row[kept.size() + 1] = turned.column().name();
        return row;
    }
}
