package keyturn.practice.server.views;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.types.SqlType;

/**
 * A type as {@code sys.types} lists it.
 *
 * @param length in bytes; -1 for the large ones
 * @param since year of the version that brought it
 */
record SystemType(String name, int system, int user, int length, int precision, int scale, int since) {

    private static final int SYSNAME = 256;

    static final List<SystemType> ALL = List.of(
            type("image", 34, 16, 0, 0),
            type("text", 35, 16, 0, 0),
            type("uniqueidentifier", 36, 16, 0, 0),
            type("date", 40, 3, 10, 0),
            type("time", 41, 5, 16, 7),
            type("datetime2", 42, 8, 27, 7),
            type("datetimeoffset", 43, 10, 34, 7),
            type("tinyint", 48, 1, 3, 0),
            type("smallint", 52, 2, 5, 0),
            type("int", 56, 4, 10, 0),
            type("smalldatetime", 58, 4, 16, 0),
            type("real", 59, 4, 24, 0),
            type("money", 60, 8, 19, 4),
            type("datetime", 61, 8, 23, 3),
            type("float", 62, 8, 53, 0),
            type("sql_variant", 98, 8016, 0, 0),
            type("ntext", 99, 16, 0, 0),
            type("bit", 104, 1, 1, 0),
            type("decimal", 106, 17, 38, 38),
            type("numeric", 108, 17, 38, 38),
            type("smallmoney", 122, 4, 10, 4),
            type("bigint", 127, 8, 19, 0),
            new SystemType("hierarchyid", 240, 128, 892, 0, 0, 0),
            new SystemType("geometry", 240, 129, -1, 0, 0, 0),
            new SystemType("geography", 240, 130, -1, 0, 0, 0),
            type("varbinary", 165, 8000, 0, 0),
            type("varchar", 167, 8000, 0, 0),
            type("binary", 173, 8000, 0, 0),
            type("char", 175, 8000, 0, 0),
            type("timestamp", 189, 8, 0, 0),
            type("nvarchar", 231, 8000, 0, 0),
            type("nchar", 239, 8000, 0, 0),
            type("xml", 241, -1, 0, 0),
            new SystemType("sysname", 231, SYSNAME, 256, 0, 0, 0),
            new SystemType("json", 244, 244, -1, 0, 0, 2025));

    private static SystemType type(String name, int number, int length, int precision, int scale) {
        return new SystemType(name, number, number, length, precision, scale, 0);
    }

    /** The type that a column is of. */
    static SystemType of(SqlType type) {
        String name = type.kind() == SqlType.Kind.SYSNAME
                ? "sysname"
                : type.kind() == SqlType.Kind.DECIMAL ? "numeric" : type.typeName();
        return named(name).orElseThrow();
    }

    static Optional<SystemType> named(String name) {
        return ALL.stream().filter(t -> t.name().equalsIgnoreCase(name)).findFirst();
    }

    boolean text() {
        return switch (name) {
            case "text", "ntext", "varchar", "char", "nvarchar", "nchar", "sysname" -> true;
            default -> false;
        };
    }

    /** Whether its columns have a length of their own. */
    private boolean sized() {
        return switch (name) {
            case "varbinary", "varchar", "binary", "char", "nvarchar", "nchar" -> true;
            default -> false;
        };
    }

    /** How many bytes a column of this type takes at most; -1 for a large one. */
    int bytes(SqlType type) {
        if (!sized()) {
            return name.equals("numeric") ? decimal(type.precision()) : length;
        }
        int width = name.startsWith("n") ? 2 : 1;
        return type.length() == SqlType.MAX ? -1 : type.length() * width;
    }

    private static int decimal(int precision) {
        return precision <= 9 ? 5 : precision <= 19 ? 9 : precision <= 28 ? 13 : 17;
    }

    int precision(SqlType type) {
        return name.equals("numeric") ? type.precision() : precision;
    }

    int scale(SqlType type) {
        return switch (name) {
            case "numeric", "time", "datetime2", "datetimeoffset" -> type.scale();
            default -> scale;
        };
    }
}
