package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.Condition;
import keyturn.practice.tsql.syntax.Expression;

/** Questions to the tree that are answered before anything is bound. None looks into subqueries. */
final class Trees {

    private static final Set<String> AGGREGATES =
            Set.of("COUNT", "COUNT_BIG", "SUM", "AVG", "MIN", "MAX", "STDEV", "STDEVP", "VAR", "VARP", "STRING_AGG");

    private Trees() {}

    static boolean isAggregateName(List<String> name) {
        return name.size() == 1 && AGGREGATES.contains(name.getFirst().toUpperCase(Locale.ROOT));
    }

    static boolean hasAggregate(Expression e) {
        if (e instanceof Expression.Call call && call.over().isEmpty() && isAggregateName(call.name())) {
            return true;
        }
        return children(e).stream().anyMatch(Trees::hasAggregate);
    }

    static boolean hasAggregate(Condition c) {
        return operands(c).stream().anyMatch(Trees::hasAggregate);
    }

    static boolean hasWindow(Expression e) {
        if (e instanceof Expression.Call call && call.over().isPresent()) {
            return true;
        }
        return children(e).stream().anyMatch(Trees::hasWindow);
    }

    private static List<Expression> children(Expression e) {
        List<Expression> all = new ArrayList<>();
        switch (e) {
            case Expression.Unary unary -> all.add(unary.operand());
            case Expression.Binary binary -> {
                all.add(binary.left());
                all.add(binary.right());
            }
            case Expression.SimpleCase simple -> {
                all.add(simple.input());
                for (Expression.When when : simple.branches()) {
                    all.add(when.value());
                    all.add(when.result());
                }
                simple.otherwise().ifPresent(all::add);
            }
            case Expression.SearchedCase searched -> {
                for (Expression.WhenTrue when : searched.branches()) {
                    all.addAll(operands(when.condition()));
                    all.add(when.result());
                }
                searched.otherwise().ifPresent(all::add);
            }
            case Expression.Cast cast -> {
                all.add(cast.operand());
                cast.style().ifPresent(all::add);
            }
            case Expression.Call call -> {
                all.addAll(call.arguments());
                call.over().ifPresent(over -> {
                    all.addAll(over.partition());
                    over.order().forEach(item -> all.add(item.expression()));
                });
            }
            case Expression.ConditionArgument argument -> all.addAll(operands(argument.condition()));
            case Expression.Collate collate -> all.add(collate.operand());
            case Expression.AtTimeZone at -> {
                all.add(at.operand());
                all.add(at.zone());
            }
            case Expression.MethodCall method -> {
                all.add(method.target());
                all.addAll(method.arguments());
            }
            case Expression.NullLiteral leaf -> {}
            case Expression.IntegerLiteral leaf -> {}
            case Expression.DecimalLiteral leaf -> {}
            case Expression.FloatLiteral leaf -> {}
            case Expression.MoneyLiteral leaf -> {}
            case Expression.StringLiteral leaf -> {}
            case Expression.BinaryLiteral leaf -> {}
            case Expression.ColumnName leaf -> {}
            case Expression.Variable leaf -> {}
            case Expression.GlobalVariable leaf -> {}
            case Expression.Subquery leaf -> {}
        }
        return all;
    }

    private static List<Expression> operands(Condition c) {
        return switch (c) {
            case Condition.Compare compare -> List.of(compare.left(), compare.right());
            case Condition.Quantified quantified -> List.of(quantified.left());
            case Condition.Like like -> with(List.of(like.operand(), like.pattern()), like.escape());
            case Condition.Between between -> List.of(between.operand(), between.low(), between.high());
            case Condition.InList list -> {
                List<Expression> all = new ArrayList<>(list.values());
                all.add(list.operand());
                yield all;
            }
            case Condition.InQuery in -> List.of(in.operand());
            case Condition.Exists exists -> List.of();
            case Condition.IsNull isNull -> List.of(isNull.operand());
            case Condition.And and -> both(and.left(), and.right());
            case Condition.Or or -> both(or.left(), or.right());
            case Condition.Not not -> operands(not.operand());
        };
    }

    private static List<Expression> both(Condition a, Condition b) {
        List<Expression> all = new ArrayList<>(operands(a));
        all.addAll(operands(b));
        return all;
    }

    private static List<Expression> with(List<Expression> some, Optional<Expression> more) {
        List<Expression> all = new ArrayList<>(some);
        more.ifPresent(all::add);
        return all;
    }
}
