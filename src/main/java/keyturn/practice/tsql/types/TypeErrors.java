package keyturn.practice.tsql.types;

import keyturn.practice.tsql.SqlError;

/** The errors of types and conversions, one method a number. Lines are left to whoever knows the statement. */
public final class TypeErrors {

    private TypeErrors() {}

    private static SqlError error(int number, String text) {
        return new SqlError(number, 16, 1, 0, text);
    }

    public static SqlError clash206(SqlType from, SqlType to) {
        return error(206, "Operand type clash: " + from.typeName() + " is incompatible with " + to.typeName());
    }

    /** tinyint is told with another state than smallint. */
    public static SqlError overflow220(SqlType to, Object value) {
        return new SqlError(
                220,
                16,
                to.kind() == SqlType.Kind.TINYINT ? 2 : 1,
                0,
                "Arithmetic overflow error for data type " + to.typeName() + ", value = " + value + ".");
    }

    public static SqlError floatOverflow232(SqlType to, double value) {
        return error(
                232,
                "Arithmetic overflow error for type " + to.typeName() + ", value = "
                        + String.format(java.util.Locale.ROOT, "%.6f", value) + ".");
    }

    public static SqlError money235() {
        return error(235, "Cannot convert a char value to money. The char value has incorrect syntax.");
    }

    public static SqlError date241() {
        return error(241, "Conversion failed when converting date and/or time from character string.");
    }

    public static SqlError dateRange242(SqlType from, SqlType to) {
        return error(
                242,
                "The conversion of a " + from.typeName() + " data type to a " + to.typeName()
                        + " data type resulted in an out-of-range value.");
    }

    public static SqlError unknownType243(String name) {
        return error(243, "Type " + name + " is not a defined system type.");
    }

    public static SqlError smallOverflow244(SqlType from, SqlType to, String value) {
        String column = to.kind() == SqlType.Kind.TINYINT ? "INT1" : "INT2";
        return error(
                244,
                "The conversion of the " + from.typeName() + " value '" + value + "' overflowed an " + column
                        + " column. Use a larger integer column.");
    }

    public static SqlError failed245(SqlType from, SqlType to, String value) {
        return error(
                245,
                "Conversion failed when converting the " + from.typeName() + " value '" + value + "' to data type "
                        + to.typeName() + ".");
    }

    public static SqlError intOverflow248(SqlType from, String value) {
        return error(
                248, "The conversion of the " + from.typeName() + " value '" + value + "' overflowed an int column.");
    }

    public static SqlError implicit257(SqlType from, SqlType to) {
        return error(
                257,
                "Implicit conversion from data type " + from.typeName() + " to " + to.typeName()
                        + " is not allowed. Use the CONVERT function to run this query.");
    }

    public static SqlError style281(int style, SqlType from) {
        return error(
                281,
                style + " is not a valid style number when converting from " + from.typeName()
                        + " to a character string.");
    }

    public static SqlError operator402(SqlType left, SqlType right, String operator) {
        return error(
                402,
                "The data types " + left.typeName() + " and " + right.typeName() + " are incompatible in the "
                        + operator + " operator.");
    }

    public static SqlError overflow517(SqlType type) {
        return error(517, "Adding a value to a '" + type.typeName() + "' column caused an overflow.");
    }

    public static SqlError explicit529(SqlType from, SqlType to) {
        return error(
                529,
                "Explicit conversion from data type " + from.typeName() + " to " + to.typeName() + " is not allowed.");
    }

    public static SqlError size1001(String size) {
        return error(1001, "Length or precision specification " + size + " is invalid.");
    }

    public static SqlError scale1002(String scale) {
        return error(1002, "Specified scale " + scale + " is invalid.");
    }

    public static SqlError tooLong131(String name, int size, int most) {
        return error(
                131,
                "The size (" + size + ") given to the type '" + name
                        + "' exceeds the maximum allowed for any data type (" + most + ").");
    }

    public static SqlError precision1007(String digits) {
        return error(
                1007,
                "The number '" + digits + "' is out of the range for numeric representation (maximum precision 38).");
    }

    public static SqlError attributes291(String name) {
        return error(291, "CAST or CONVERT: invalid attributes specified for type '" + name + "'");
    }

    public static SqlError precision2750(int precision) {
        return error(
                2750,
                "Column or parameter #0: Specified column precision " + precision
                        + " is greater than the maximum precision of 38.");
    }

    public static SqlError divide8134() {
        return error(8134, "Divide by zero error encountered.");
    }

    public static SqlError converting8114(SqlType from, SqlType to) {
        return error(8114, "Error converting data type " + from.typeName() + " to " + to.typeName() + ".");
    }

    /**
     * The state tells what was converted.
     *
     * @param from a type's name or {@code expression}
     */
    public static SqlError overflow8115(String from, SqlType to) {
        int state = from.equals("expression") ? 2 : from.equals("numeric") ? 8 : 6;
        return new SqlError(
                8115,
                16,
                state,
                0,
                "Arithmetic overflow error converting " + from + " to data type " + to.typeName() + ".");
    }

    public static SqlError operand8117(SqlType type, String operator) {
        return error(8117, "Operand data type " + type.typeName() + " is invalid for " + operator + " operator.");
    }

    public static SqlError guid8169() {
        return error(8169, "Conversion failed when converting from a character string to uniqueidentifier.");
    }

    public static SqlError guidSpace8170() {
        return error(8170, "Insufficient result space to convert uniqueidentifier value to char.");
    }

    /** Not one of SQL Server's: the practice server says what it cannot do. */
    public static SqlError notSupported(String what) {
        return error(40000, "The practice server does not support " + what + ".");
    }
}
