package keyturn.practice.tsql.query;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.catalog.ScalarFunction;
import keyturn.practice.tsql.catalog.TableFunction;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.Variant;
import org.jspecify.annotations.Nullable;

/** A small world in memory: names of one to three parts, whose last part decides. */
final class TestCatalog implements Catalog {

    private final Map<String, Relation> relations = new LinkedHashMap<>();

    TestCatalog with(String name, List<Column> columns, List<@Nullable Object[]> rows) {
        relations.put(name.toLowerCase(Locale.ROOT), new Relation(name, columns, used -> rows));
        return this;
    }

    static Column column(String name, SqlType type) {
        return new Column(name, type, true);
    }

    static Column required(String name, SqlType type) {
        return new Column(name, type, false);
    }

    static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    /** Ships and their voyages. */
    static TestCatalog harbour() {
        List<@Nullable Object[]> ships = new ArrayList<>(Arrays.asList(
                row(1, "Anna", 30, "north"),
                row(2, "bertha", 10, "South "),
                row(3, "Clara", null, "north"),
                row(4, "DORA", 10, null)));
        List<@Nullable Object[]> voyages =
                new ArrayList<>(Arrays.asList(row(1, 100), row(1, 250), row(2, 70), row(9, 5), row(2, null)));
        return new TestCatalog()
                .with(
                        "ships",
                        List.of(
                                required("id", SqlType.INT),
                                required("name", SqlType.SYSNAME),
                                column("crew", SqlType.SMALLINT),
                                column("fleet", SqlType.varchar(10))),
                        ships)
                .with("voyages", List.of(required("ship", SqlType.INT), column("miles", SqlType.INT)), voyages);
    }

    @Override
    public Optional<Relation> relation(List<String> name) {
        return Optional.ofNullable(relations.get(name.getLast().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<TableFunction> tableFunction(List<String> name) {
        if (!name.getLast().equalsIgnoreCase("upto")) {
            return Optional.empty();
        }
        return Optional.of(new TableFunction(
                "upto",
                List.of(SqlType.INT),
                List.of(required("n", SqlType.INT)),
                arguments -> numbers(arguments.get(0))));
    }

    private static List<@Nullable Object[]> numbers(@Nullable Object last) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 1; last != null && i <= (Integer) last; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    // NullAway does not see in a class file that the record's function may give NULL
    @SuppressWarnings("NullAway")
    @Override
    public Optional<ScalarFunction> scalarFunction(List<String> name) {
        if (!name.getLast().equalsIgnoreCase("SERVERPROPERTY")) {
            return Optional.empty();
        }
        Function<List<@Nullable Object>, @Nullable Object> apply =
                arguments -> property(String.valueOf(arguments.getFirst()));
        return Optional.of(
                new ScalarFunction("SERVERPROPERTY", List.of(SqlType.nvarchar(128)), 1, SqlType.SQL_VARIANT, apply));
    }

    private static @Nullable Object property(String name) {
        return name.equalsIgnoreCase("edition") ? new Variant(SqlType.nvarchar(128), "Practice") : null;
    }

    @Override
    public Optional<Global> global(String name) {
        return name.equalsIgnoreCase("SPID") ? Optional.of(new Global(SqlType.SMALLINT, 51)) : Optional.empty();
    }

    @Override
    public LocalDateTime now() {
        return LocalDateTime.of(2026, 3, 5, 14, 7, 9, 123_456_700);
    }

    @Override
    public int offsetMinutes() {
        return 120;
    }
}
