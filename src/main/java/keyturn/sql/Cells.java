package keyturn.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keyturn.domain.Message;
import keyturn.inspect.SqlReader;
import keyturn.run.door.Outcome;
import microsoft.sql.DateTimeOffset;
import org.jspecify.annotations.Nullable;

/** Values as the ports promise them. */
final class Cells {

    private Cells() {}

    /** All rows, or that they are too many or one of their values too long. */
    static SqlReader.Result typed(ResultSet rows, SqlLimits limits) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        List<Map<String, @Nullable Object>> typed = new ArrayList<>();
        while (rows.next()) {
            if (typed.size() >= limits.rows()) {
                return new SqlReader.Cut(Message.of("sql.limit.rows", limits.rows()));
            }
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= about.getColumnCount(); column++) {
                Object value = value(rows, column, about, limits.valueLength());
                if (value instanceof LongValue.TooLong) {
                    return new SqlReader.Cut(Message.of("sql.limit.value", limits.valueLength()));
                }
                row.put(about.getColumnLabel(column), value);
            }
            typed.add(row);
        }
        return new SqlReader.Rows(columns(about), typed);
    }

    private static List<SqlReader.Column> columns(ResultSetMetaData about) throws SQLException {
        List<SqlReader.Column> columns = new ArrayList<>();
        for (int column = 1; column <= about.getColumnCount(); column++) {
            columns.add(new SqlReader.Column(
                    about.getColumnLabel(column),
                    declared(about, column),
                    about.isNullable(column) != ResultSetMetaData.columnNoNulls));
        }
        return List.copyOf(columns);
    }

    private static String declared(ResultSetMetaData about, int column) throws SQLException {
        String type = about.getColumnTypeName(column);
        return switch (about.getColumnType(column)) {
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR, Types.BINARY, Types.VARBINARY ->
                type + "(" + about.getPrecision(column) + ")";
            case Types.DECIMAL, Types.NUMERIC ->
                type + "(" + about.getPrecision(column) + "," + about.getScale(column) + ")";
            case Types.TIME, microsoft.sql.Types.DATETIMEOFFSET -> type + "(" + about.getScale(column) + ")";
            default -> type;
        };
    }

    /**
     * For eyes; NULL is written so.
     *
     * @param most rows; what follows is received and not kept
     * @param length of a value; the rest of it is not kept
     */
    static Outcome.Table table(ResultSet rows, int most, int length) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        List<List<String>> texts = new ArrayList<>();
        List<String> head = new ArrayList<>();
        for (int column = 1; column <= about.getColumnCount(); column++) {
            head.add(about.getColumnLabel(column));
        }
        while (rows.next()) {
            if (texts.size() >= most) {
                continue;
            }
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= head.size(); column++) {
                String text = LongValue.isIn(about, column)
                        ? LongValue.shown(rows, column, about, length)
                        : rows.getString(column);
                row.add(text == null ? "NULL" : text);
            }
            texts.add(row);
        }
        return new Outcome.Table(head, texts);
    }

    /** Local times are asked for as such: the driver's other way leads through the time zone of this machine. */
    private static @Nullable Object value(ResultSet rows, int column, ResultSetMetaData about, int length)
            throws SQLException {
        if (about.getColumnType(column) == Types.TIMESTAMP) {
            return rows.getObject(column, LocalDateTime.class);
        }
        if (LongValue.isIn(about, column)) {
            return LongValue.read(rows, column, about, length);
        }
        Object value = rows.getObject(column);
        return switch (value) {
            case DateTimeOffset time -> time.getOffsetDateTime();
            case Short number -> number.intValue();
            case Float number -> new BigDecimal(number.toString());
            case Double number -> BigDecimal.valueOf(number);
            case java.sql.Date date -> date.toLocalDate();
            case java.sql.Time time -> time.toLocalTime();
            case null -> null;
            default -> value;
        };
    }
}
