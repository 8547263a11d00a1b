package keyturn.practice.tds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import microsoft.sql.DateTimeOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every kind of parameter there and back, through Microsoft's driver. */
@Timeout(60)
final class DriverParametersTest {

    private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-AABBCCDDEEFF");
    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 123_456_700);

    private final TestServer range = new TestServer();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = range.connect("encrypt=false;");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        range.close();
    }

    @Test
    void parametersComeBackAsTheyWent() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("echo ?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?")) {
            statement.setString(1, "it's \uD83D\uDD11");
            statement.setCharacterStream(2, new StringReader("c".repeat(9000)));
            statement.setInt(3, -7);
            statement.setLong(4, Long.MIN_VALUE);
            statement.setShort(5, (short) -3);
            statement.setByte(6, (byte) 7);
            statement.setBoolean(7, true);
            statement.setBytes(8, new byte[] {0, 1, -1});
            statement.setBytes(9, new byte[20_000]);
            statement.setTimestamp(10, Timestamp.valueOf(MOMENT));
            statement.setObject(11, OffsetDateTime.of(MOMENT, ZoneOffset.ofHours(2)));
            statement.setDate(12, Date.valueOf("2026-02-28"));
            statement.setTime(13, Time.valueOf("23:59:58"));
            statement.setBigDecimal(14, new BigDecimal("-123.45"));
            statement.setDouble(15, 1e300);
            statement.setFloat(16, 0.25f);
            statement.setObject(17, ID);
            statement.setString(18, "");
            for (int i = 0; i < 3; i++) {
                statement.setCharacterStream(2, new StringReader("c".repeat(9000)));
                try (ResultSet row = statement.executeQuery()) {
                    assertTrue(row.next());
                    assertEquals("it's \uD83D\uDD11", row.getString(1));
                    assertEquals("c".repeat(9000), row.getString(2));
                    assertEquals(-7, row.getInt(3));
                    assertEquals(Long.MIN_VALUE, row.getLong(4));
                    assertEquals(-3, row.getShort(5));
                    assertEquals(7, row.getByte(6));
                    assertTrue(row.getBoolean(7));
                    assertArrayEquals(new byte[] {0, 1, -1}, row.getBytes(8));
                    assertArrayEquals(new byte[20_000], row.getBytes(9));
                    assertEquals(Timestamp.valueOf(MOMENT), row.getTimestamp(10));
                    assertEquals(
                            OffsetDateTime.of(MOMENT, ZoneOffset.ofHours(2)),
                            row.getObject(11, DateTimeOffset.class).getOffsetDateTime());
                    assertEquals(Date.valueOf("2026-02-28"), row.getDate(12));
                    assertEquals(Time.valueOf("23:59:58"), row.getTime(13));
                    assertEquals(new BigDecimal("-123.45"), row.getBigDecimal(14));
                    assertEquals(1e300, row.getDouble(15));
                    assertEquals(0.25f, row.getFloat(16));
                    assertEquals(ID.toString().toUpperCase(java.util.Locale.ROOT), row.getString(17));
                    assertEquals("", row.getString(18));
                }
            }
        }
    }

    @Test
    void nullParametersComeBackAsNull() throws SQLException {
        int[] types = {
            Types.VARCHAR,
            Types.NVARCHAR,
            Types.LONGNVARCHAR,
            Types.INTEGER,
            Types.BIGINT,
            Types.BIT,
            Types.DECIMAL,
            Types.DOUBLE,
            Types.VARBINARY,
            Types.DATE,
            Types.TIME,
            Types.TIMESTAMP
        };
        String marks = "?" + ",?".repeat(types.length - 1);
        try (PreparedStatement statement = connection.prepareStatement("echo " + marks)) {
            for (int i = 0; i < types.length; i++) {
                statement.setNull(i + 1, types[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                assertTrue(row.next());
                for (int i = 0; i < types.length; i++) {
                    assertNull(row.getObject(i + 1), "parameter " + (i + 1));
                }
            }
        }
    }

    @Test
    void textsOfOneByteACharacterAreReadInTheirCodePage() throws SQLException {
        try (Connection ansi = range.connect("encrypt=false;sendStringParametersAsUnicode=false;");
                PreparedStatement statement = ansi.prepareStatement("echo ?")) {
            statement.setString(1, "Zürich €");
            try (ResultSet row = statement.executeQuery()) {
                assertTrue(row.next());
                assertEquals("Zürich €", row.getString(1));
                assertEquals("varchar", row.getMetaData().getColumnTypeName(1));
            }
        }
    }
}
