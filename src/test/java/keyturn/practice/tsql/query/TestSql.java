package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Parser;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Runs one SELECT from its text, as a session would. */
final class TestSql {

    private final Catalog catalog;
    private final Variables variables;

    TestSql(Catalog catalog, Variables variables) {
        this.catalog = catalog;
        this.variables = variables;
    }

    static TestSql harbour() {
        return new TestSql(TestCatalog.harbour(), new TestVariables());
    }

    BoundQuery bind(String sql) {
        Statement statement = Parser.parse(sql, true).statements().getFirst();
        if (statement instanceof Statement.Select select) {
            return Queries.bind(select.query(), catalog, variables);
        }
        throw new IllegalArgumentException(sql);
    }

    List<@Nullable Object[]> rows(String sql) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        BoundQuery query = bind(sql);
        try {
            query.run(rows::add, () -> false);
        } catch (SqlError e) {
            throw e.onLine(Parser.parse(sql, true).statements().getFirst().line());
        }
        return rows;
    }

    /** Rows parted by semicolons, values by commas. */
    String text(String sql) {
        return rows(sql).stream()
                .map(row -> java.util.Arrays.stream(row).map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    String types(String sql) {
        return bind(sql).columns().stream().map(c -> type(c.type())).collect(Collectors.joining(" "));
    }

    String names(String sql) {
        return bind(sql).columns().stream().map(Column::name).collect(Collectors.joining(" "));
    }

    /** The type as a declaration would write it. */
    static String type(SqlType type) {
        String length = type.length() == SqlType.MAX ? "max" : Integer.toString(type.length());
        return switch (type.kind()) {
            case CHAR, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY -> type.typeName() + "(" + length + ")";
            case SYSNAME -> "sysname";
            case DECIMAL -> "decimal(" + type.precision() + "." + type.scale() + ")";
            case TIME, DATETIME2, DATETIMEOFFSET -> type.typeName() + "(" + type.scale() + ")";
            default -> type.typeName();
        };
    }
}
