package keyturn.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A value of a type without a length, such as {@code nvarchar(max)}: read piece by piece, since nobody knows where it ends. */
final class LongValue {

    /** What fits into a row; types of a given length go no further. */
    private static final int IN_ROW = 8000;

    private LongValue() {}

    /** What is read instead of a value that is longer than it may be. */
    record TooLong() {}

    /** Whether values of a column may be that long. */
    static boolean isIn(ResultSetMetaData about, int column) throws SQLException {
        return (isText(about, column) || isBinary(about, column)) && about.getPrecision(column) > IN_ROW;
    }

    private static boolean isText(ResultSetMetaData about, int column) throws SQLException {
        return switch (about.getColumnType(column)) {
            case Types.VARCHAR, Types.NVARCHAR, Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.SQLXML -> true;
            default -> false;
        };
    }

    private static boolean isBinary(ResultSetMetaData about, int column) throws SQLException {
        return switch (about.getColumnType(column)) {
            case Types.VARBINARY, Types.LONGVARBINARY -> true;
            default -> false;
        };
    }

    /** A String, a byte[], null for NULL, or {@link TooLong}. */
    static @Nullable Object read(ResultSet rows, int column, ResultSetMetaData about, int most) throws SQLException {
        if (isText(about, column)) {
            String text = text(rows, column, most + 1);
            return text != null && text.length() > most ? new TooLong() : text;
        }
        byte[] bytes = bytes(rows, column, most + 1);
        return bytes != null && bytes.length > most ? new TooLong() : bytes;
    }

    /** As the driver writes it, up to a length; null for NULL. */
    static @Nullable String shown(ResultSet rows, int column, ResultSetMetaData about, int most) throws SQLException {
        if (isText(about, column)) {
            return text(rows, column, most);
        }
        byte[] bytes = bytes(rows, column, most / 2);
        return bytes == null ? null : HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static @Nullable String text(ResultSet rows, int column, int most) throws SQLException {
        try (Reader reader = rows.getCharacterStream(column)) {
            if (reader == null) {
                return null;
            }
            StringBuilder text = new StringBuilder();
            char[] piece = new char[Math.min(most, IN_ROW)];
            int count = reader.read(piece);
            while (count >= 0 && text.length() < most) {
                text.append(piece, 0, Math.min(count, most - text.length()));
                count = reader.read(piece);
            }
            return text.toString();
        } catch (IOException failure) {
            throw new SQLException(failure.getMessage(), failure);
        }
    }

    private static byte @Nullable [] bytes(ResultSet rows, int column, int most) throws SQLException {
        try (InputStream in = rows.getBinaryStream(column)) {
            return in == null ? null : in.readNBytes(most);
        } catch (IOException failure) {
            throw new SQLException(failure.getMessage(), failure);
        }
    }
}
