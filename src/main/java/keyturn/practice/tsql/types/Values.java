package keyturn.practice.tsql.types;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import keyturn.practice.tsql.types.SqlType.Kind;
import org.jspecify.annotations.Nullable;

/** Equality and order of values of one type. */
public final class Values {

    /** Order in which the bytes of a uniqueidentifier count. */
    private static final int[] GUID_ORDER = {10, 11, 12, 13, 14, 15, 8, 9, 6, 7, 4, 5, 0, 1, 2, 3};

    private Values() {}

    /** Order of two values of the same type. */
    public static int compare(Object a, Object b, Collation collation) {
        return switch (a) {
            case String text -> collation.compare(text, (String) b);
            case Boolean bit -> bit.compareTo((Boolean) b);
            case Integer number -> number.compareTo((Integer) b);
            case Long number -> number.compareTo((Long) b);
            case BigDecimal number -> number.compareTo((BigDecimal) b);
            case Float number -> Float.compare(number + 0f, (Float) b + 0f);
            case Double number -> Double.compare(number + 0d, (Double) b + 0d);
            case Bytes bytes -> trimmed(bytes).compareTo(trimmed((Bytes) b));
            case UUID id -> compareIds(id, (UUID) b);
            case LocalDate date -> date.compareTo((LocalDate) b);
            case LocalTime time -> time.compareTo((LocalTime) b);
            case LocalDateTime time -> time.compareTo((LocalDateTime) b);
            case OffsetDateTime time -> time.toInstant().compareTo(((OffsetDateTime) b).toInstant());
            case Variant variant -> compareVariants(variant, (Variant) b, collation);
            default -> throw new IllegalArgumentException(a.getClass().getName());
        };
    }

    /** Order with NULL first, as ORDER BY has it. */
    public static int compareNullable(@Nullable Object a, @Nullable Object b, Collation collation) {
        if (a == null || b == null) {
            return (a == null ? 0 : 1) - (b == null ? 0 : 1);
        }
        return compare(a, b, collation);
    }

    /** An object that is equal for values that are equal, for hashing; NULL stays {@code null}. */
    public static @Nullable Object key(@Nullable Object value, Collation collation) {
        return switch (value) {
            case null -> null;
            case String text -> collation.key(text);
            case BigDecimal number -> number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            case Double number -> number + 0d;
            case Float number -> number + 0f;
            case Bytes bytes -> trimmed(bytes);
            case OffsetDateTime time -> time.toInstant();
            case Variant variant -> variantKey(variant, collation);
            default -> value;
        };
    }

    private static @Nullable Object variantKey(Variant variant, Collation collation) {
        SqlType type = variant.type();
        if (type.isNumber() && !type.isApproximate()) {
            Object number = Conversions.convert(variant.value(), type, SqlType.decimal(38, 10));
            return key(number, collation);
        }
        return key(variant.value(), collation);
    }

    private static int compareVariants(Variant a, Variant b, Collation collation) {
        int family = family(b.type()) - family(a.type());
        if (family != 0) {
            return -family;
        }
        SqlType common = TypeRules.common(a.type(), b.type());
        Object left = Conversions.convert(a.value(), a.type(), common);
        Object right = Conversions.convert(b.value(), b.type(), common);
        return compareNullable(left, right, collation);
    }

    /** Rank of the families in which sql_variant values of different kinds compare. */
    private static int family(SqlType type) {
        if (type.isTemporal()) {
            return 5;
        }
        if (type.isApproximate()) {
            return 4;
        }
        if (type.isNumber()) {
            return 3;
        }
        if (type.isCharacter()) {
            return 1;
        }
        return type.kind() == Kind.UNIQUEIDENTIFIER ? 2 : 0;
    }

    private static int compareIds(UUID a, UUID b) {
        byte[] left = ToBinary.bytes(a);
        byte[] right = ToBinary.bytes(b);
        for (int place : GUID_ORDER) {
            int difference = Byte.toUnsignedInt(left[place]) - Byte.toUnsignedInt(right[place]);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** Trailing zero bytes do not count in a comparison. */
    private static Bytes trimmed(Bytes bytes) {
        byte[] content = bytes.toArray();
        int end = content.length;
        while (end > 0 && content[end - 1] == 0) {
            end--;
        }
        return end == content.length ? bytes : Bytes.of(java.util.Arrays.copyOf(content, end));
    }
}
