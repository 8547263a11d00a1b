package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.syntax.Query.SetOperator;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.Values;
import org.jspecify.annotations.Nullable;

/** UNION, EXCEPT, INTERSECT: names come from the left side, types from both. */
final class SetBinder {

    private SetBinder() {}

    static SqlError unequal205(int line) {
        return BindErrors.error(
                205,
                line,
                "All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of expressions"
                        + " in their target lists.");
    }

    static Result bind(Query.SetOperation set, Binder binder, Scope outer) {
        Result left = side(set.left(), binder, outer);
        Result right = side(set.right(), binder, outer);
        if (left.outputs().size() != right.outputs().size()) {
            throw unequal205(set.line());
        }
        List<Expr> ours = untyped(left);
        List<Expr> theirs = untyped(right);
        List<Expr> a = new ArrayList<>();
        List<Expr> b = new ArrayList<>();
        List<Result.Output> outputs = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            SqlType type = Common.type(List.of(ours.get(i), theirs.get(i)));
            try {
                a.add(ours.get(i).as(type));
                b.add(theirs.get(i).as(type));
            } catch (SqlError e) {
                throw e.onLine(set.line());
            }
            boolean nullable = a.get(i).nullable() || b.get(i).nullable();
            Column column = new Column(left.columns().get(i).name(), type, nullable);
            boolean untyped = ours.get(i).isNull() && theirs.get(i).isNull();
            outputs.add(new Result.Output(column, untyped, together(set, i, left, right)));
        }
        RowSource x = new OutputRows(left.rows(), a, false, List.of(), Limit.NONE);
        RowSource y = new OutputRows(right.rows(), b, false, List.of(), Limit.NONE);
        return new Result(outputs, rows(set.operator(), x, y, outputs), left.correlated() || right.correlated());
    }

    /** UNION ALL compares nothing, so that two collations meet in its column alone, which then has none. */
    private static Optional<Collated> together(Query.SetOperation set, int place, Result left, Result right) {
        Optional<Collated> ours = left.outputs().get(place).collate();
        Optional<Collated> theirs = right.outputs().get(place).collate();
        try {
            return Common.collation(ours, theirs, set.operator().name());
        } catch (SqlError conflict) {
            if (set.operator() != Query.SetOperator.UNION_ALL || ours.isEmpty() || theirs.isEmpty()) {
                throw conflict.onLine(set.line());
            }
            throw BindErrors.error(
                    451,
                    set.line(),
                    "Cannot resolve collation conflict between \""
                            + ours.get().collation().name() + "\" and \""
                            + theirs.get().collation().name()
                            + "\" in UNION ALL operator occurring in SELECT statement column " + (place + 1) + ".");
        }
    }

    private static Result side(Query.Body body, Binder binder, Scope outer) {
        Query alone = new Query(
                body.line(),
                List.of(),
                body,
                List.of(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty());
        return binder.query(alone, outer, QueryBinder.Place.SUBQUERY);
    }

    private static List<Expr> untyped(Result result) {
        List<Expr> columns = new ArrayList<>(QueryBinder.columns(result));
        for (int i = 0; i < columns.size(); i++) {
            if (result.outputs().get(i).untyped()) {
                columns.set(i, Expr.nullLiteral());
            }
        }
        return columns;
    }

    private static RowSource rows(SetOperator operator, RowSource left, RowSource right, List<Result.Output> outputs) {
        RowSource all = (outer, consumer) -> left.run(outer, consumer) && right.run(outer, consumer);
        return switch (operator) {
            case UNION_ALL -> all;
            case UNION -> (outer, consumer) -> distinct(all, outer, outputs, consumer);
            case EXCEPT ->
                (outer, consumer) -> {
                    Set<List<@Nullable Object>> unwanted = keys(right, outer, outputs);
                    return distinct(
                            left, outer, outputs, row -> unwanted.contains(key(row, outputs)) || consumer.accept(row));
                };
            case INTERSECT ->
                (outer, consumer) -> {
                    Set<List<@Nullable Object>> wanted = keys(right, outer, outputs);
                    return distinct(
                            left, outer, outputs, row -> !wanted.contains(key(row, outputs)) || consumer.accept(row));
                };
        };
    }

    private static boolean distinct(RowSource rows, Env outer, List<Result.Output> outputs, RowConsumer consumer) {
        Set<List<@Nullable Object>> seen = new HashSet<>();
        return rows.run(outer, row -> {
            outer.execution().hold(1);
            return !seen.add(key(row, outputs)) || consumer.accept(row);
        });
    }

    private static Set<List<@Nullable Object>> keys(RowSource rows, Env outer, List<Result.Output> outputs) {
        Set<List<@Nullable Object>> keys = new HashSet<>();
        rows.run(outer, row -> {
            outer.execution().hold(row.length);
            keys.add(key(row, outputs));
            return true;
        });
        return keys;
    }

    private static List<@Nullable Object> key(@Nullable Object[] row, List<Result.Output> outputs) {
        List<@Nullable Object> key = new ArrayList<>(row.length);
        for (int i = 0; i < row.length; i++) {
            key.add(Values.key(row[i], outputs.get(i).collation()));
        }
        return key;
    }
}
