package keyturn.practice.server.views;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A system view: its columns with the version that brought each, and its rows.
 *
 * @param <T> what a row is made from
 * @param schema sys, dbo, INFORMATION_SCHEMA
 * @param database the only database that has it ({@code msdb}); empty: every database
 */
record View<T>(
        String schema,
        String name,
        String database,
        Guard guard,
        List<Field<T>> fields,
        Function<Scene, List<T>> rows) {

    /** What tells of the server in whichever database it is read; all else tells of the database. */
    private static final Pattern OF_SERVER =
            Pattern.compile("(dm|server|availability|trace|resource_governor|endpoint)_.*"
                    + "|databases|master_files|configurations|credentials|sql_logins|(linked|remote)_logins|servers|messages"
                    + "|endpoints|(tcp|http|soap|via|service_broker|database_mirroring)_endpoints|cryptographic_providers"
                    + "|backup_devices|traces|database_mirroring(_witnesses)?|time_zone_info|login_token|securable_classes"
                    + "|sys(processes|logins|databases|altfiles|servers|configures|curconfigs|messages|perfinfo|devices"
                    + "|charsets|languages)");

    View {
        fields = List.copyOf(fields);
    }

    static <T> Builder<T> sys(String name, Function<Scene, List<T>> rows) {
        return new Builder<>("sys", name, rows);
    }

    static <T> Builder<T> of(String schema, String name, Function<Scene, List<T>> rows) {
        return new Builder<>(schema, name, rows);
    }

    static <T> Builder<T> msdb(String name, Function<Scene, List<T>> rows) {
        return new Builder<>("dbo", name, rows).only("msdb");
    }

    /** The view as a version has it, or empty fields where the version lacks the view. */
    Relation relation(Scene scene) {
        List<Field<T>> present = present(scene.version().year());
        return new Relation(
                name,
                columns(scene),
                used -> rows.apply(scene).stream()
                        .map(row -> values(present, used, row))
                        .toList());
    }

    /** The collation of its columns that have none of their own. */
    Collation collation(Scene scene) {
        return schema.equals("sys") && OF_SERVER.matcher(name).matches()
                ? scene.instance().identity().collation()
                : Collation.known(scene.database().settings().collation());
    }

    /** The columns that this version has. */
    List<Column> columns(Scene scene) {
        return present(scene.version().year()).stream().map(Field::column).toList();
    }

    List<Field<T>> present(int year) {
        return fields.stream().filter(f -> f.since() <= year).toList();
    }

    private static <T> @Nullable Object[] values(List<Field<T>> fields, BitSet used, T row) {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            SqlType type = fields.get(i).column().type();
            @Nullable Object value = fields.get(i).value().of(row);
            // A table keeps a time as coarsely as its column does; what is computed here may be finer.
            values[i] = type.kind() == SqlType.Kind.DATETIME
                    ? Conversions.convert(value, SqlType.datetime2(7), type)
                    : value;
        }
        return values;
    }

    /** The way from a row's source to a value of the column's Java class. */
    @FunctionalInterface
    interface Value<T> {
        @Nullable
        Object of(T row);
    }

    /** A column and the year of the version that brought it. */
    record Field<T>(Column column, int since, Value<T> value) {}

    /** Gathers columns in their order. */
    static final class Builder<T> {
        private final String schema;
        private final String name;
        private final Function<Scene, List<T>> rows;
        private final List<Field<T>> fields = new ArrayList<>();
        private String database = "";
        private Guard guard = Guard.NONE;

        private Builder(String schema, String name, Function<Scene, List<T>> rows) {
            this.schema = schema;
            this.name = name;
            this.rows = rows;
        }

        private Builder<T> only(String onlyDatabase) {
            database = onlyDatabase;
            return this;
        }

        Builder<T> guarded(Guard by) {
            guard = by;
            return this;
        }

        /** A column that is never NULL. */
        Builder<T> column(String column, SqlType type, Value<T> value) {
            fields.add(new Field<>(worded(new Column(column, type, false)), 0, value));
            return this;
        }

        /** A column that may be NULL. */
        Builder<T> nullable(String column, SqlType type, Value<T> value) {
            return since(0, column, type, value);
        }

        /** A nullable column that came with the version of that year. */
        Builder<T> since(int year, String column, SqlType type, Value<T> value) {
            fields.add(new Field<>(worded(new Column(column, type, true)), year, value));
            return this;
        }

        /** Descriptions, kinds of objects and names of permissions are words of the catalog's own. */
        private Column worded(Column column) {
            boolean words = schema.equals("sys")
                    && column.type().isCharacter()
                    && (column.name().endsWith("_desc")
                            || column.name().equals("permission_name")
                            || (column.name().equals("type") && column.type().kind() == SqlType.Kind.CHAR));
            return words ? column.collated(Optional.of(Column.WORDS)) : column;
        }

        /** The same value in every row. */
        Builder<T> fixed(String column, SqlType type, Object value) {
            return nullable(column, type, row -> value);
        }

        /** NULL in every row. */
        Builder<T> none(String column, SqlType type) {
            return nullable(column, type, row -> null);
        }

        View<T> build() {
            return new View<>(schema, name, database, guard, fields, rows);
        }
    }
}
