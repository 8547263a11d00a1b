package keyturn.practice.tsql.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.TypeErrors;
import org.jspecify.annotations.Nullable;

/** Gives each kind of expression its type and its way to a value. */
final class ExpressionBinder {

    private ExpressionBinder() {}

    static Expr bind(Expression e, Binder binder, Scope scope) {
        return switch (e) {
            case Expression.NullLiteral literal -> Expr.nullLiteral();
            case Expression.IntegerLiteral literal -> integer(literal);
            case Expression.DecimalLiteral literal -> decimal(literal.text());
            case Expression.FloatLiteral literal -> floating(literal);
            case Expression.MoneyLiteral literal -> money(literal);
            case Expression.StringLiteral literal -> string(literal);
            case Expression.BinaryLiteral literal -> binary(literal);
            case Expression.ColumnName name -> scope.column(name);
            case Expression.Variable variable -> variable(variable, binder);
            case Expression.GlobalVariable global -> global(global, binder);
            case Expression.Unary unary -> Operators.unary(unary, binder.expression(unary.operand(), scope));
            case Expression.Binary binary ->
                Operators.binary(
                        binary, binder.expression(binary.left(), scope), binder.expression(binary.right(), scope));
            case Expression.SimpleCase simple -> CaseBinder.simple(simple, binder, scope);
            case Expression.SearchedCase searched -> CaseBinder.searched(searched, binder, scope);
            case Expression.Cast cast -> CastBinder.bind(cast, binder, scope);
            case Expression.Call call -> CallBinder.bind(call, binder, scope);
            case Expression.ConditionArgument argument ->
                throw BindErrors.error(
                        4145,
                        argument.line(),
                        "An expression of non-boolean type specified in a context where a condition is expected.");
            case Expression.Subquery subquery -> SubqueryBinder.scalar(subquery, binder, scope);
            case Expression.Collate collate -> collate(collate, binder.expression(collate.operand(), scope));
            case Expression.AtTimeZone at -> DateZones.at(at, binder, scope);
            case Expression.MethodCall call -> XmlMethods.bind(call, binder, scope);
        };
    }

    private static Expr integer(Expression.IntegerLiteral literal) {
        BigInteger value = new BigInteger(literal.digits());
        if (value.bitLength() <= 31) {
            int digits = Math.max(1, value.toString().length());
            return Expr.literal(SqlType.INT, value.intValueExact(), digits);
        }
        return decimal(literal.digits());
    }

    /** The exponent may have no digits: it is 0 then. */
    private static Expr floating(Expression.FloatLiteral literal) {
        boolean digits = Character.isDigit(literal.text().charAt(literal.text().length() - 1));
        double value = Double.parseDouble(digits ? literal.text() : literal.text() + "0");
        if (Double.isInfinite(value)) {
            throw BindErrors.error(
                    168,
                    literal.line(),
                    "The floating point value '" + literal.text()
                            + "' is out of the range of computer representation (8 bytes).");
        }
        return Expr.literal(SqlType.FLOAT, value, 0);
    }

    private static Expr decimal(String text) {
        BigDecimal value = new BigDecimal(text.endsWith(".") ? text + "0" : text);
        if (text.endsWith(".")) {
            value = value.setScale(0);
        }
        int scale = Math.max(0, value.scale());
        int precision = Math.max(Math.max(1, scale), value.precision());
        if (precision > 38) {
            throw TypeErrors.precision1007(text);
        }
        return Expr.literal(SqlType.decimal(precision, scale), value, 0);
    }

    private static Expr money(Expression.MoneyLiteral literal) {
        String digits = literal.text().replace("$", "").replace(",", "");
        BigDecimal value = digits.isBlank() ? BigDecimal.ZERO : new BigDecimal(digits);
        return Expr.literal(SqlType.MONEY, value.setScale(4, java.math.RoundingMode.HALF_UP), 0);
    }

    private static Expr string(Expression.StringLiteral literal) {
        int length = Math.max(1, literal.text().length());
        SqlType type = literal.national()
                ? SqlType.nvarchar(length > 4000 ? SqlType.MAX : length)
                : SqlType.varchar(length > 8000 ? SqlType.MAX : length);
        return Expr.literal(type, literal.text(), 0);
    }

    private static Expr binary(Expression.BinaryLiteral literal) {
        Bytes value = Bytes.ofHex(literal.digits());
        int length = value.length() > 8000 ? SqlType.MAX : Math.max(1, value.length());
        return Expr.literal(SqlType.varbinary(length), value, 0);
    }

    private static Expr variable(Expression.Variable variable, Binder binder) {
        String name = variable.name();
        Variables variables = binder.variables();
        SqlType type = variables.type(name).orElseThrow(() -> BindErrors.variable137(variable.line(), name));
        return Expr.of(type, true, Prevailing.server().key(name), Reach.NONE, env -> variables.value(name));
    }

    private static Expr global(Expression.GlobalVariable global, Binder binder) {
        Catalog.Global found = binder.catalog()
                .global(global.name())
                .orElseThrow(() -> BindErrors.variable137(global.line(), "@@" + global.name()));
        @Nullable Object value = found.value();
        return Expr.of(found.type(), value == null, "@@" + global.name(), Reach.NONE, env -> value);
    }

    private static Expr collate(Expression.Collate collate, Expr operand) {
        Collation collation = Collation.named(collate.collation())
                .orElseThrow(() ->
                        new SqlError(448, 16, 4, collate.line(), "Invalid collation '" + collate.collation() + "'."));
        if (!operand.type().isCharacter()) {
            throw new SqlError(
                    447,
                    16,
                    0,
                    collate.line(),
                    "Expression type " + operand.type().typeName() + " is invalid for COLLATE clause.");
        }
        Expr over = Expr.over(
                operand.type(), operand.nullable(), "collate " + collation.name(), List.of(operand), operand.node());
        return new Expr(
                over.type(),
                over.nullable(),
                Optional.of(new Collated(collation, true)),
                over.key(),
                over.reach(),
                over.form(),
                0,
                over.node());
    }
}
