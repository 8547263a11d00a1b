package keyturn.practice.tds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import keyturn.practice.tsql.types.Variant;
import keyturn.tools.BesideOthers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type as a column, through Microsoft's driver. */
@Timeout(60)
@BesideOthers
class DriverTypesTest {

    private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-AABBCCDDEEFF");
    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 123_456_700);

    private final TestServer range = new TestServer();
    private Connection connection;

    /** A value of a type, the driver's name of the type, and the text that the driver shows. */
    record Sample(SqlType type, Object value, String name, String text) {}

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample(plain(Kind.BIT), true, "bit", "1"),
                new Sample(plain(Kind.TINYINT), 255, "tinyint", "255"),
                new Sample(plain(Kind.SMALLINT), -32768, "smallint", "-32768"),
                new Sample(plain(Kind.INT), Integer.MIN_VALUE, "int", "-2147483648"),
                new Sample(plain(Kind.BIGINT), Long.MAX_VALUE, "bigint", "9223372036854775807"),
                new Sample(decimal(5, 2), new BigDecimal("-123.45"), "decimal", "-123.45"),
                new Sample(decimal(19, 0), new BigDecimal("15000000022500410"), "decimal", "15000000022500410"),
                new Sample(decimal(28, 4), new BigDecimal("1"), "decimal", "1.0000"),
                new Sample(
                        decimal(38, 0),
                        new BigDecimal("99999999999999999999999999999999999999"),
                        "decimal",
                        "99999999999999999999999999999999999999"),
                new Sample(
                        plain(Kind.MONEY), new BigDecimal("-922337203685477.5808"), "money", "-922337203685477.5808"),
                new Sample(plain(Kind.REAL), 1.5f, "real", "1.5"),
                new Sample(plain(Kind.FLOAT), -2.5e-10, "float", "-2.5E-10"),
                new Sample(sized(Kind.CHAR, 5), "ab€  ", "char", "ab€  "),
                new Sample(sized(Kind.VARCHAR, 10), "Zürich", "varchar", "Zürich"),
                new Sample(sized(Kind.VARCHAR, SqlType.MAX), "v".repeat(20_000), "varchar", "v".repeat(20_000)),
                new Sample(sized(Kind.NCHAR, 3), "钥  ", "nchar", "钥  "),
                new Sample(sized(Kind.NVARCHAR, 60), "\uD83D\uDD11 κλειδί", "nvarchar", "\uD83D\uDD11 κλειδί"),
                new Sample(sized(Kind.NVARCHAR, 60), "", "nvarchar", ""),
                new Sample(sized(Kind.NVARCHAR, SqlType.MAX), "n".repeat(70_000), "nvarchar", "n".repeat(70_000)),
                new Sample(sized(Kind.NVARCHAR, SqlType.MAX), "", "nvarchar", ""),
                new Sample(plain(Kind.SYSNAME), "master", "nvarchar", "master"),
                new Sample(plain(Kind.XML), "<a>é</a>", "xml", "<a>é</a>"),
                new Sample(sized(Kind.BINARY, 3), Bytes.ofHex("00FF10"), "binary", "00FF10"),
                new Sample(sized(Kind.VARBINARY, 85), Bytes.ofHex("01"), "varbinary", "01"),
                new Sample(
                        sized(Kind.VARBINARY, SqlType.MAX), Bytes.of(new byte[9000]), "varbinary", "00".repeat(9000)),
                new Sample(
                        plain(Kind.UNIQUEIDENTIFIER), ID, "uniqueidentifier", "00112233-4455-6677-8899-AABBCCDDEEFF"),
                new Sample(plain(Kind.DATE), LocalDate.of(1, 1, 1), "date", "0001-01-01"),
                new Sample(timed(Kind.TIME, 3), LocalTime.of(23, 59, 59, 999_000_000), "time", "23:59:59.999"),
                new Sample(timed(Kind.TIME, 0), LocalTime.of(1, 2, 3), "time", "01:02:03"),
                new Sample(
                        plain(Kind.SMALLDATETIME),
                        LocalDateTime.of(2026, 11, 24, 23, 59),
                        "smalldatetime",
                        "2026-11-24 23:59:00.0"),
                new Sample(
                        plain(Kind.DATETIME),
                        LocalDateTime.of(1753, 1, 1, 0, 0, 0, 3_000_000),
                        "datetime",
                        "1753-01-01 00:00:00.003"),
                new Sample(timed(Kind.DATETIME2, 7), MOMENT, "datetime2", "2026-01-02 03:04:05.1234567"),
                new Sample(
                        timed(Kind.DATETIMEOFFSET, 7),
                        MOMENT.atOffset(ZoneOffset.ofHours(-2)),
                        "datetimeoffset",
                        "2026-01-02 03:04:05.1234567 -02:00"));
    }

    @BeforeEach
    void open() throws SQLException {
        connection = range.connect("encrypt=false;");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        range.close();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aColumnOfEachTypeComesOutAsItsValueAndItsNull(Sample sample) throws SQLException {
        range.backend.types(
                List.of(
                        new Backend.ResultColumn("c", sample.type(), true),
                        new Backend.ResultColumn("d", ScriptedBackend.INT, false)),
                List.of(new @Nullable Object[] {sample.value(), 1}, new @Nullable Object[] {null, 2}));
        try (ResultSet row = connection.createStatement().executeQuery("types")) {
            assertEquals(sample.name(), row.getMetaData().getColumnTypeName(1));
            assertTrue(row.next());
            assertEquals(sample.text(), row.getString(1));
            assertEquals(1, row.getInt(2));
            assertTrue(row.next());
            assertNull(row.getObject(1));
            assertEquals(2, row.getInt(2));
            assertFalse(row.next());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aColumnWithoutNullsComesOutAsItsValue(Sample sample) throws SQLException {
        range.backend.types(
                List.of(new Backend.ResultColumn("c", sample.type(), false)),
                List.of(new @Nullable Object[] {sample.value()}, new @Nullable Object[] {sample.value()}));
        try (ResultSet row = connection.createStatement().executeQuery("types")) {
            assertEquals(sample.name(), row.getMetaData().getColumnTypeName(1));
            assertTrue(row.next());
            assertTrue(row.next());
            assertEquals(sample.text(), row.getString(1));
            assertFalse(row.next());
        }
    }

    static Stream<Sample> variants() {
        return samples()
                .filter(sample ->
                        sample.type().length() != SqlType.MAX && sample.type().kind() != Kind.XML)
                // the driver's reader of sql_variant lacks this one
                .filter(sample -> sample.type().kind() != Kind.DATETIMEOFFSET);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aVariantCarriesEachType(Sample sample) throws SQLException {
        SqlType type = ScriptedBackend.type(Kind.SQL_VARIANT);
        range.backend.types(
                List.of(
                        new Backend.ResultColumn("v", type, true),
                        new Backend.ResultColumn("d", ScriptedBackend.INT, false)),
                List.of(
                        new @Nullable Object[] {new Variant(sample.type(), sample.value()), 1},
                        new @Nullable Object[] {null, 2}));
        try (ResultSet row = connection.createStatement().executeQuery("types")) {
            assertEquals("sql_variant", row.getMetaData().getColumnTypeName(1));
            assertTrue(row.next());
            assertEquals(shown(sample), shown(row.getObject(1)));
            assertEquals(1, row.getInt(2));
            assertTrue(row.next());
            assertNull(row.getObject(1));
            assertEquals(2, row.getInt(2));
        }
    }

    private static String shown(Sample sample) {
        return switch (sample.type().kind()) {
            case BIT -> "true";
            case TIME ->
                sample.value() instanceof LocalTime time ? time.withNano(0).toString() : "";
            default -> sample.text();
        };
    }

    private static String shown(Object value) {
        return switch (value) {
            case byte[] bytes -> Bytes.of(bytes).toString().substring(2);
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    @Test
    void aWideRowGoesOverPacketBorders() throws SQLException {
        var columns = new ArrayList<Backend.ResultColumn>();
        var values = new ArrayList<@Nullable Object>();
        for (Sample sample : samples().toList()) {
            columns.add(new Backend.ResultColumn("c" + columns.size(), sample.type(), true));
            values.add(sample.value());
        }
        range.backend.types(columns, List.of(values.toArray(), values.toArray()));
        try (Connection narrow = range.connect("encrypt=false;packetSize=512;");
                ResultSet row = narrow.createStatement().executeQuery("types")) {
            for (int i = 0; i < 2; i++) {
                assertTrue(row.next());
                assertEquals(
                        samples().map(Sample::text).toList(),
                        columns.stream().map(column -> text(row, column)).toList());
            }
        }
    }

    private static String text(ResultSet row, Backend.ResultColumn column) {
        try {
            return String.valueOf(row.getString(column.name()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SqlType plain(Kind kind) {
        return ScriptedBackend.type(kind);
    }

    private static SqlType sized(Kind kind, int length) {
        return new SqlType(kind, length, 0, 0);
    }

    private static SqlType timed(Kind kind, int scale) {
        return new SqlType(kind, 0, 0, scale);
    }

    private static SqlType decimal(int precision, int scale) {
        return new SqlType(Kind.DECIMAL, 0, precision, scale);
    }
}
