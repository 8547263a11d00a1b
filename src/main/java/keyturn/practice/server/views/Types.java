package keyturn.practice.server.views;

import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;

/** The types that system views are made of. */
public final class Types {

    public static final SqlType BIT = plain(Kind.BIT);
    public static final SqlType TINYINT = plain(Kind.TINYINT);
    public static final SqlType SMALLINT = plain(Kind.SMALLINT);
    public static final SqlType INT = plain(Kind.INT);
    public static final SqlType BIGINT = plain(Kind.BIGINT);
    public static final SqlType REAL = plain(Kind.REAL);
    public static final SqlType DATETIME = plain(Kind.DATETIME);
    public static final SqlType GUID = plain(Kind.UNIQUEIDENTIFIER);
    public static final SqlType VARIANT = plain(Kind.SQL_VARIANT);
    public static final SqlType SYSNAME = new SqlType(Kind.SYSNAME, 128, 0, 0);
    public static final SqlType DESCRIPTION = nvarchar(60);

    private Types() {}

    public static SqlType nvarchar(int length) {
        return new SqlType(Kind.NVARCHAR, length, 0, 0);
    }

    public static SqlType varchar(int length) {
        return new SqlType(Kind.VARCHAR, length, 0, 0);
    }

    public static SqlType character(int length) {
        return new SqlType(Kind.CHAR, length, 0, 0);
    }

    public static SqlType varbinary(int length) {
        return new SqlType(Kind.VARBINARY, length, 0, 0);
    }

    public static SqlType binary(int length) {
        return new SqlType(Kind.BINARY, length, 0, 0);
    }

    public static SqlType numeric(int precision, int scale) {
        return new SqlType(Kind.DECIMAL, 0, precision, scale);
    }

    public static SqlType datetimeoffset() {
        return new SqlType(Kind.DATETIMEOFFSET, 0, 0, 7);
    }

    private static SqlType plain(Kind kind) {
        return new SqlType(kind, 0, 0, 0);
    }
}
