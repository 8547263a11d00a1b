package keyturn.practice.tsql.query;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;

/** Offsets from UTC. Of the named zones only UTC is known; any other is refused rather than guessed. */
final class DateZones {

    private DateZones() {}

    static Expr at(Expression.AtTimeZone tree, Binder binder, Scope scope) {
        Expr operand = binder.expression(tree.operand(), scope);
        if (!(tree.zone() instanceof Expression.StringLiteral zone)
                || !zone.text().toUpperCase(Locale.ROOT).equals("UTC")) {
            throw BindErrors.notSupported(tree.line(), "AT TIME ZONE with another zone than 'UTC'");
        }
        SqlType type = SqlType.datetimeoffset(
                operand.type().kind() == Kind.DATETIME ? 3 : operand.type().scale());
        Expr time = operand.type().kind() == Kind.DATETIMEOFFSET ? operand : operand.as(SqlType.datetime2(7));
        return Expr.over(type, operand.nullable(), "at utc", List.of(time), env -> {
            Object value = time.eval(env);
            return switch (value) {
                case null -> null;
                case OffsetDateTime moment -> moment.withOffsetSameInstant(ZoneOffset.UTC);
                default ->
                    Conversions.convert(
                            ((LocalDateTime) value).atOffset(ZoneOffset.UTC), SqlType.datetimeoffset(7), type);
            };
        });
    }

    /** SWITCHOFFSET keeps the instant, TODATETIMEOFFSET the clock. */
    static Expr offset(Functions.Invocation call, boolean keepInstant) {
        Expr given = call.argument(0);
        SqlType type =
                SqlType.datetimeoffset(given.type().isTemporal() ? given.type().scale() : 7);
        Expr time = given.as(type);
        Expr offset = call.argument(1);
        Expr wanted = offset.type().isCharacter() ? offset : offset.as(SqlType.INT);
        return call.strict(type, List.of(time, wanted), a -> {
            OffsetDateTime moment = (OffsetDateTime) a[0];
            ZoneOffset zone = zone(a[1], call);
            return keepInstant ? moment.withOffsetSameInstant(zone) : moment.withOffsetSameLocal(zone);
        });
    }

    private static ZoneOffset zone(Object value, Functions.Invocation call) {
        try {
            return value instanceof Integer minutes
                    ? ZoneOffset.ofTotalSeconds(minutes * 60)
                    : ZoneOffset.of(value.toString().strip());
        } catch (java.time.DateTimeException e) {
            throw new SqlError(
                    9812,
                    16,
                    0,
                    0,
                    "The timezone provided to builtin function " + call.name().toLowerCase(Locale.ROOT)
                            + " is invalid.");
        }
    }
}
