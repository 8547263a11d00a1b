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
import keyturn.run.door.Outcome;
import microsoft.sql.DateTimeOffset;
import org.jspecify.annotations.Nullable;

/** Values as the ports promise them. */
final class Cells {

    private Cells() {}

    static List<Map<String, @Nullable Object>> typed(ResultSet rows) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        List<Map<String, @Nullable Object>> typed = new ArrayList<>();
        while (rows.next()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= about.getColumnCount(); column++) {
                row.put(about.getColumnLabel(column), value(rows, column, about.getColumnType(column)));
            }
            typed.add(row);
        }
        return typed;
    }

    /** For eyes; NULL is written so. */
    static Outcome.Table table(ResultSet rows) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        List<List<String>> texts = new ArrayList<>();
        List<String> head = new ArrayList<>();
        for (int column = 1; column <= about.getColumnCount(); column++) {
            head.add(about.getColumnLabel(column));
        }
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= head.size(); column++) {
                String text = rows.getString(column);
                row.add(text == null ? "NULL" : text);
            }
            texts.add(row);
        }
        return new Outcome.Table(head, texts);
    }

    /** Local times are asked for as such: the driver's other way leads through the time zone of this machine. */
    private static @Nullable Object value(ResultSet rows, int column, int type) throws SQLException {
        if (type == Types.TIMESTAMP) {
            return rows.getObject(column, LocalDateTime.class);
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
