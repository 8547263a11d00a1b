package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Expression.Bound;
import keyturn.practice.tsql.syntax.Expression.BoundKind;
import keyturn.practice.tsql.syntax.Expression.Frame;
import keyturn.practice.tsql.types.SqlType;

/** Calls with OVER. */
final class WindowBinder {

    private static final Set<String> NEEDS_ORDER =
            Set.of("ROW_NUMBER", "RANK", "DENSE_RANK", "NTILE", "LAG", "LEAD", "FIRST_VALUE", "LAST_VALUE");
    private static final Frame WHOLE =
            new Frame(true, new Bound(BoundKind.UNBOUNDED_PRECEDING, 0), new Bound(BoundKind.UNBOUNDED_FOLLOWING, 0));
    private static final Frame TO_PEERS =
            new Frame(false, new Bound(BoundKind.UNBOUNDED_PRECEDING, 0), new Bound(BoundKind.CURRENT_ROW, 0));

    private WindowBinder() {}

    /** A function that means something with OVER only. */
    static boolean needsOver(String name) {
        return NEEDS_ORDER.contains(name);
    }

    static Window bind(Expression.Call call, Binder binder, OutputScope scope) {
        Expression.Over over = call.over().orElseThrow();
        String name = call.name().getLast().toUpperCase(Locale.ROOT);
        if (NEEDS_ORDER.contains(name) && over.order().isEmpty()) {
            throw BindErrors.error(
                    4112, call.line(), "The function '" + name + "' must have an OVER clause with ORDER BY.");
        }
        List<Expr> partition =
                over.partition().stream().map(e -> binder.expression(e, scope)).toList();
        List<SortKey> order = new ArrayList<>();
        for (Expression.OrderItem item : over.order()) {
            if (item.expression() instanceof Expression.IntegerLiteral literal) {
                throw BindErrors.error(
                        5308,
                        literal.line(),
                        "Windowed functions, aggregates and NEXT VALUE FOR functions do not support integer indices as"
                                + " ORDER BY clause expressions.");
            }
            order.add(new SortKey(binder.expression(item.expression(), scope), item.descending()));
        }
        Frame frame = over.frame().orElse(order.isEmpty() ? WHOLE : TO_PEERS);
        String place = partition.stream().map(Expr::key).toList()
                + order.stream()
                        .map(k -> k.expr().key() + k.descending())
                        .toList()
                        .toString()
                + frame;
        return function(call, name, binder, scope, frame, (value, kernel) -> {
            Expr result = Expr.of(
                    value.type(), value.nullable(), name + "(" + value.key() + ")over" + place, Reach.ANY, env -> null);
            return new Window(result, partition, order, Optional.of(frame), kernel);
        });
    }

    /** Puts partition and order around a function. */
    private interface Placing {
        Window place(Expr value, Window.Kernel kernel);
    }

    private static Window function(
            Expression.Call call, String name, Binder binder, OutputScope scope, Frame frame, Placing placing) {
        List<Expression> arguments = call.arguments();
        Expr number = Expr.of(SqlType.BIGINT, true, "", Reach.NONE, env -> null);
        switch (name) {
            case "ROW_NUMBER" -> {
                return placing.place(number, WindowKernels::rowNumber);
            }
            case "RANK", "DENSE_RANK" -> {
                return placing.place(number, p -> WindowKernels.rank(p, name.equals("DENSE_RANK")));
            }
            case "NTILE" -> {
                count(call, name, 1, 1);
                Expr groups = binder.expression(arguments.getFirst(), scope).as(SqlType.BIGINT);
                Expr keyed = Expr.of(SqlType.BIGINT, true, groups.key(), Reach.NONE, env -> null);
                return placing.place(keyed, p -> WindowKernels.ntile(p, groups));
            }
            case "LAG", "LEAD" -> {
                count(call, name, 1, 3);
                Expr value = binder.expression(arguments.getFirst(), scope);
                Expr offset = arguments.size() > 1
                        ? binder.expression(arguments.get(1), scope).as(SqlType.BIGINT)
                        : Expr.literal(SqlType.BIGINT, 1L, 0);
                Expr otherwise = (arguments.size() > 2
                                ? binder.expression(arguments.get(2), scope)
                                : Expr.nullLiteral())
                        .as(value.type());
                Expr keyed = Expr.over(value.type(), true, "", List.of(value, offset, otherwise), value.node());
                int direction = name.equals("LEAD") ? 1 : -1;
                return placing.place(keyed, p -> WindowKernels.neighbour(p, direction, value, offset, otherwise));
            }
            case "FIRST_VALUE", "LAST_VALUE" -> {
                count(call, name, 1, 1);
                Expr value = binder.expression(arguments.getFirst(), scope);
                Expr keyed = Expr.over(value.type(), true, "", List.of(value), value.node());
                return placing.place(keyed, p -> WindowKernels.edge(p, name.equals("FIRST_VALUE"), value, frame));
            }
            default -> {
                return aggregate(call, name, binder, scope, frame, placing);
            }
        }
    }

    private static Window aggregate(
            Expression.Call call, String name, Binder binder, OutputScope scope, Frame frame, Placing placing) {
        if (!Trees.isAggregateName(call.name()) || name.equals("STRING_AGG")) {
            throw BindErrors.error(
                    10758, call.line(), "The function '" + call.name().getLast() + "' may not have an OVER clause.");
        }
        if (call.distinct()) {
            throw BindErrors.error(10759, call.line(), "Use of DISTINCT is not allowed with the OVER clause.");
        }
        Aggregate aggregate = AggregateBinder.bind(call, binder, scope);
        return placing.place(aggregate.call(), p -> WindowKernels.aggregate(p, aggregate, frame));
    }

    private static void count(Expression.Call call, String name, int least, int most) {
        int given = call.arguments().size();
        if (given < least || given > most) {
            String wanted = least == most ? Integer.toString(least) : least + " to " + most;
            throw new SqlError(
                    least == most ? 174 : 189,
                    15,
                    1,
                    call.line(),
                    "The " + name.toLowerCase(Locale.ROOT) + " function requires " + wanted + " argument"
                            + (least == most ? "(s)." : "s."));
        }
    }
}
