package keyturn.practice.tsql.types;

import java.util.Locale;
import java.util.OptionalInt;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.TypeName;

/** From a type as written to a type: synonyms, default lengths, limits. */
public final class TypeNames {

    private static final int DECLARED = 1;
    private static final int CAST = 30;

    private TypeNames() {}

    /** In DECLARE and parameter lists: a length left out is 1, an unknown name is error 2715. */
    public static SqlType declared(TypeName name) {
        try {
            return resolve(name, DECLARED);
        } catch (SqlError e) {
            throw (e.number() == 243
                            ? new SqlError(
                                    2715,
                                    16,
                                    3,
                                    name.line(),
                                    "Column, parameter, or variable #1: Cannot find data type " + name.name() + ".")
                            : e)
                    .onLine(name.line());
        }
    }

    /** In CAST and CONVERT: a length left out is 30, an unknown name is error 243. */
    public static SqlType cast(TypeName name) {
        try {
            return resolve(name, CAST);
        } catch (SqlError e) {
            throw e.onLine(name.line());
        }
    }

    private static SqlType resolve(TypeName type, int defaultLength) {
        String name = type.name().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "char", "character" -> SqlType.chars(length(type, defaultLength, 8000, false));
            case "varchar", "char varying", "character varying" ->
                SqlType.varchar(length(type, defaultLength, 8000, true));
            case "nchar", "national char", "national character" ->
                SqlType.nchar(length(type, defaultLength, 4000, false));
            case "nvarchar", "national char varying", "national character varying" ->
                SqlType.nvarchar(length(type, defaultLength, 4000, true));
            case "binary" -> SqlType.binary(length(type, defaultLength, 8000, false));
            case "varbinary", "binary varying" -> SqlType.varbinary(length(type, defaultLength, 8000, true));
            case "decimal", "dec", "numeric" -> decimal(type);
            case "float" -> type.first().orElse(53) <= 24 ? SqlType.REAL : SqlType.FLOAT;
            case "time" -> SqlType.time(fraction(type));
            case "datetime2" -> SqlType.datetime2(fraction(type));
            case "datetimeoffset" -> SqlType.datetimeoffset(fraction(type));
            default -> plain(type, name);
        };
    }

    private static SqlType plain(TypeName type, String name) {
        SqlType found =
                switch (name) {
                    case "bit" -> SqlType.BIT;
                    case "tinyint" -> SqlType.TINYINT;
                    case "smallint" -> SqlType.SMALLINT;
                    case "int", "integer" -> SqlType.INT;
                    case "bigint" -> SqlType.BIGINT;
                    case "money", "smallmoney" -> SqlType.MONEY;
                    case "real" -> SqlType.REAL;
                    case "double precision" -> SqlType.FLOAT;
                    case "sysname" -> sysname(type);
                    case "text" -> SqlType.varchar(SqlType.MAX);
                    case "ntext" -> SqlType.nvarchar(SqlType.MAX);
                    case "image" -> SqlType.varbinary(SqlType.MAX);
                    case "rowversion", "timestamp" -> SqlType.binary(8);
                    case "xml" -> SqlType.XML;
                    case "uniqueidentifier" -> SqlType.UNIQUEIDENTIFIER;
                    case "date" -> SqlType.DATE;
                    case "smalldatetime" -> SqlType.SMALLDATETIME;
                    case "datetime" -> SqlType.DATETIME;
                    case "sql_variant" -> SqlType.SQL_VARIANT;
                    default -> throw TypeErrors.unknownType243(type.name());
                };
        if (type.first().isPresent() || type.max()) {
            throw TypeErrors.attributes291(type.name());
        }
        return found;
    }

    /** The one type here that is an object of the catalog, so that its name is compared as those are. */
    private static SqlType sysname(TypeName type) {
        if (!Prevailing.here().same("sysname", type.name())) {
            throw TypeErrors.unknownType243(type.name());
        }
        return SqlType.SYSNAME;
    }

    private static int length(TypeName type, int otherwise, int most, boolean mayBeMax) {
        if (type.max()) {
            if (!mayBeMax) {
                throw TypeErrors.attributes291(type.name());
            }
            return SqlType.MAX;
        }
        int length = type.first().orElse(otherwise);
        if (length == 0) {
            throw TypeErrors.size1001("0");
        }
        if (length > most) {
            throw TypeErrors.tooLong131(type.name(), length, most);
        }
        return length;
    }

    private static SqlType decimal(TypeName type) {
        int precision = type.first().orElse(18);
        int scale = type.second().orElse(0);
        if (precision > 38) {
            throw TypeErrors.precision2750(precision);
        }
        if (precision < 1) {
            throw TypeErrors.size1001(Integer.toString(precision));
        }
        if (scale > precision) {
            throw TypeErrors.scale1002(Integer.toString(scale));
        }
        return SqlType.decimal(precision, scale);
    }

    private static int fraction(TypeName type) {
        OptionalInt scale = type.first();
        if (scale.orElse(7) > 7) {
            throw TypeErrors.scale1002(Integer.toString(scale.getAsInt()));
        }
        return scale.orElse(7);
    }
}
