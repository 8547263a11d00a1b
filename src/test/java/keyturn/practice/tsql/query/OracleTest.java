package keyturn.practice.tsql.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.query.OracleQueries.Question;
import keyturn.tools.BesideOthers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Asks H2 the same questions. Each difference must be one that the column's expression is known for; any other is a
 * fault. Lengths and precisions are not compared: the two compute them by different rules.
 */
@BesideOthers
final class OracleTest {

    private static final long SEED = 20_260_305;
    private static final int QUESTIONS = 600;

    @Test
    void rowsAndTypesAreThoseOfASecondEngine() throws SQLException {
        Random random = new Random(SEED);
        OracleData data = new OracleData(random);
        TestSql sql = new TestSql(data.catalog(), new TestVariables());
        OracleQueries queries = new OracleQueries(random);
        List<String> faults = new ArrayList<>();
        int rows = 0;
        try (Connection h2 = data.h2();
                Statement statement = h2.createStatement()) {
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = queries.next();
                try (ResultSet answer = statement.executeQuery(question.text().h2())) {
                    rows += compare(sql, question, answer);
                } catch (AssertionError | RuntimeException | SQLException e) {
                    faults.add(e + "\n  " + question.text().tsql() + "\n  "
                            + question.text().h2());
                }
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(rows > 5_000, "only " + rows + " rows were compared");
    }

    private static int compare(TestSql sql, Question question, ResultSet answer) throws SQLException {
        List<Column> columns = sql.bind(question.text().tsql()).columns();
        ResultSetMetaData about = answer.getMetaData();
        assertEquals(about.getColumnCount(), columns.size());
        for (int i = 0; i < columns.size(); i++) {
            String ours = family(columns.get(i).type().typeName());
            String theirs = family(about.getColumnTypeName(i + 1));
            boolean known = question.columns().get(i).stream().anyMatch(d -> d.explainsType(ours, theirs));
            assertTrue(
                    ours.equals(theirs) || known, "column " + (i + 1) + " is " + ours + " here, " + theirs + " there");
        }
        List<@Nullable Object[]> here = sql.rows(question.text().tsql());
        List<@Nullable Object[]> there = rows(answer, columns.size());
        if (!question.ordered()) {
            here.sort(order(question));
            there.sort(order(question));
        }
        assertEquals(there.size(), here.size(), "rows");
        for (int r = 0; r < here.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                compare(question, here.get(r)[c], there.get(r)[c], r, c);
            }
        }
        return here.size();
    }

    private static void compare(Question question, @Nullable Object here, @Nullable Object there, int row, int column) {
        if (plain(here).equals(plain(there))) {
            return;
        }
        boolean known = question.columns().get(column).stream().anyMatch(d -> d.explainsValue(here, there));
        assertTrue(known, "row " + row + ", column " + (column + 1) + ": " + here + " here, " + there + " there");
    }

    private static List<@Nullable Object[]> rows(ResultSet answer, int width) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        while (answer.next()) {
            @Nullable Object[] row = new @Nullable Object[width];
            for (int i = 0; i < width; i++) {
                row[i] = answer.getObject(i + 1);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Columns that may differ count last, or equal rows would part. */
    private static Comparator<@Nullable Object[]> order(Question question) {
        return (a, b) -> {
            int exact = exactKey(question, a).compareTo(exactKey(question, b));
            return exact != 0 ? exact : numbers(question, a).compareTo(numbers(question, b));
        };
    }

    private static String exactKey(Question question, @Nullable Object[] row) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            boolean exact = question.columns().get(i).stream().noneMatch(Difference::changesValues);
            key.append(exact ? plain(row[i]) : "").append('\u0001');
        }
        return key.toString();
    }

    private static BigDecimal numbers(Question question, @Nullable Object[] row) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < row.length; i++) {
            boolean counts = question.columns().get(i).stream().anyMatch(Difference::changesValues);
            if (counts && row[i] instanceof Number number) {
                sum = sum.add(new BigDecimal(number.toString()));
            }
        }
        return sum;
    }

    private static String plain(@Nullable Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    private static String family(String typeName) {
        return switch (typeName.toLowerCase(Locale.ROOT)) {
            case "varchar", "nvarchar", "character varying", "varchar_ignorecase", "nchar", "char" -> "text";
            case "integer", "int" -> "int";
            case "numeric", "decimal", "decfloat" -> "decimal";
            case "double precision", "float" -> "float";
            default -> typeName.toLowerCase(Locale.ROOT);
        };
    }
}
