package keyturn.practice.tsql.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.query.Functions.Invocation;
import keyturn.practice.tsql.query.Functions.Registry;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import keyturn.practice.tsql.types.TypeErrors;

/** Functions that reckon with dates. */
final class DateFunctions {

    private DateFunctions() {}

    static void register(Registry registry) {
        Functions.typed(registry, "DATEADD", 3, 3, DateFunctions::dateAdd);
        Functions.typed(registry, "DATEDIFF", 3, 3, call -> dateDiff(call, false));
        Functions.typed(registry, "DATEDIFF_BIG", 3, 3, call -> dateDiff(call, true));
        Functions.typed(registry, "DATEPART", 2, 2, call -> part(call, datePart(call), call.argument(1)));
        Functions.typed(registry, "DATENAME", 2, 2, DateFunctions::dateName);
        Functions.typed(registry, "YEAR", 1, 1, call -> part(call, DatePart.YEAR, call.argument(0)));
        Functions.typed(registry, "MONTH", 1, 1, call -> part(call, DatePart.MONTH, call.argument(0)));
        Functions.typed(registry, "DAY", 1, 1, call -> part(call, DatePart.DAY, call.argument(0)));
        Functions.typed(registry, "EOMONTH", 1, 2, DateFunctions::endOfMonth);
        Functions.fixed(
                registry,
                "DATEFROMPARTS",
                SqlType.DATE,
                List.of(SqlType.INT, SqlType.INT, SqlType.INT),
                DateFunctions::fromParts);
        Functions.typed(registry, "ISDATE", 1, 1, DateFunctions::isDate);
    }

    private static DatePart datePart(Invocation call) {
        String word = call.word(0);
        return DatePart.named(word)
                .orElseThrow(() -> new SqlError(
                        155,
                        15,
                        1,
                        call.call().line(),
                        "'" + word + "' is not a recognized " + call.name().toLowerCase(Locale.ROOT) + " option."));
    }

    /** Texts and numbers become datetime, or datetime2 where a text is only looked at. */
    private static Expr date(Expr argument, SqlType forText) {
        if (argument.type().isTemporal() && !argument.isNull()) {
            return argument;
        }
        return argument.as(argument.type().isCharacter() ? forText : SqlType.DATETIME);
    }

    private static LocalDateTime moment(Object value) {
        return switch (value) {
            case LocalDate date -> date.atStartOfDay();
            case LocalTime time -> time.atDate(LocalDate.of(1900, 1, 1));
            case OffsetDateTime time -> time.toLocalDateTime();
            default -> (LocalDateTime) value;
        };
    }

    private static Expr dateAdd(Invocation call) {
        DatePart part = datePart(call);
        Expr given = call.argument(1);
        Expr count = given.type().isApproximate() || given.type().kind() == Kind.DECIMAL
                ? given.as(SqlType.BIGINT).as(SqlType.INT)
                : given.as(SqlType.INT);
        Expr date = date(call.argument(2), SqlType.DATETIME);
        SqlType type = date.type();
        check(part, type, call);
        return call.strict(type, List.of(count, date), a -> {
            try {
                LocalDateTime moved = part.add(moment(a[1]), (Integer) a[0]);
                if (moved.getYear() > 9999 || moved.getYear() < (type.kind() == Kind.DATETIME ? 1753 : 1)) {
                    throw TypeErrors.overflow517(type);
                }
                if (a[1] instanceof OffsetDateTime time) {
                    return Conversions.convert(moved.atOffset(time.getOffset()), SqlType.datetimeoffset(7), type);
                }
                return Conversions.convert(moved, SqlType.datetime2(7), type);
            } catch (DateTimeException e) {
                throw TypeErrors.overflow517(type);
            }
        });
    }

    private static void check(DatePart part, SqlType type, Invocation call) {
        boolean wrong =
                (type.kind() == Kind.DATE && part.isOfClock()) || (type.kind() == Kind.TIME && !part.isOfClock());
        if (wrong) {
            throw BindErrors.error(
                    9810,
                    call.call().line(),
                    "The datepart " + call.word(0).toLowerCase(Locale.ROOT) + " is not supported by date function "
                            + call.name().toLowerCase(Locale.ROOT) + " for data type " + type.typeName() + ".");
        }
    }

    private static Expr dateDiff(Invocation call, boolean big) {
        DatePart part = datePart(call);
        Expr from = date(call.argument(1), SqlType.datetimeoffset(7));
        Expr to = date(call.argument(2), SqlType.datetimeoffset(7));
        return call.strict(big ? SqlType.BIGINT : SqlType.INT, List.of(from, to), a -> {
            long count;
            try {
                count = part.boundaries(utc(a[0]), utc(a[1]));
            } catch (ArithmeticException e) {
                throw overflow535(call);
            }
            if (big) {
                return count;
            }
            if (count != (int) count) {
                throw overflow535(call);
            }
            return (int) count;
        });
    }

    private static SqlError overflow535(Invocation call) {
        return new SqlError(
                535,
                16,
                0,
                0,
                "The " + call.name().toLowerCase(Locale.ROOT)
                        + " function resulted in an overflow. The number of dateparts separating two date/time instances is"
                        + " too large. Try to use " + call.name().toLowerCase(Locale.ROOT)
                        + " with a less precise datepart.");
    }

    private static LocalDateTime utc(Object value) {
        return value instanceof OffsetDateTime time
                ? time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : moment(value);
    }

    private static Expr part(Invocation call, DatePart part, Expr argument) {
        Expr date = date(argument, SqlType.datetimeoffset(7));
        return call.strict(SqlType.INT, List.of(date), a -> number(part, a[0]));
    }

    private static int number(DatePart part, Object value) {
        int offset = value instanceof OffsetDateTime time ? time.getOffset().getTotalSeconds() / 60 : 0;
        return part.of(moment(value), offset);
    }

    private static Expr dateName(Invocation call) {
        DatePart part = datePart(call);
        Expr date = date(call.argument(1), SqlType.datetimeoffset(7));
        return call.strict(SqlType.nvarchar(30), List.of(date), a -> {
            LocalDateTime time = moment(a[0]);
            return switch (part) {
                case MONTH -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.US);
                case WEEKDAY -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US);
                default -> Integer.toString(number(part, a[0]));
            };
        });
    }

    private static Expr endOfMonth(Invocation call) {
        List<Expr> arguments = new ArrayList<>(List.of(date(call.argument(0), SqlType.DATETIME)));
        if (call.count() > 1) {
            arguments.add(call.argument(1).as(SqlType.INT));
        }
        return call.strict(SqlType.DATE, arguments, a -> {
            int months = a.length > 1 ? (Integer) a[1] : 0;
            return moment(a[0]).toLocalDate().plusMonths(months).with(TemporalAdjusters.lastDayOfMonth());
        });
    }

    private static Object fromParts(Object[] a) {
        try {
            int year = (Integer) a[0];
            if (year < 1 || year > 9999) {
                throw new DateTimeException("year");
            }
            return LocalDate.of(year, (Integer) a[1], (Integer) a[2]);
        } catch (DateTimeException e) {
            throw new SqlError(
                    289,
                    16,
                    1,
                    0,
                    "Cannot construct data type date, some of the arguments have values which are not valid.");
        }
    }

    private static Expr isDate(Invocation call) {
        Expr text = Functions.text(call.argument(0));
        return Expr.over(SqlType.INT, false, "isdate", List.of(text), env -> {
            Object value = text.eval(env);
            try {
                return value != null && Conversions.convert(value, text.type(), SqlType.DATETIME) != null ? 1 : 0;
            } catch (SqlError e) {
                return 0;
            }
        });
    }
}
