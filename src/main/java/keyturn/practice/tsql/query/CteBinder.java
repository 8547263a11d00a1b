package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.syntax.Query.SetOperator;
import org.jspecify.annotations.Nullable;

/** Common table expressions: each use binds the query anew; one that names itself runs in rounds. */
final class CteBinder {

    private static final int MOST_ROUNDS = 100;

    private CteBinder() {}

    /** Binds the query once where it is written, so that its faults show even if nothing uses it. */
    static CteNames declare(Query.Cte cte, CteNames names, Binder binder) {
        CteNames extended = names.plus(cte);
        read(extended.find(cte.name()).orElseThrow(), binder);
        return extended;
    }

    static Result read(CteNames.Found found, Binder binder) {
        if (found.work().isPresent()) {
            return found.work().get().read();
        }
        Query.Cte cte = found.cte();
        Binder inner = binder.with(found.visible());
        if (cte.query().body() instanceof Query.SetOperation set
                && set.operator() == SetOperator.UNION_ALL
                && cte.query().ctes().isEmpty()) {
            Result anchor = body(cte, set.left(), inner);
            WorkTable work = new WorkTable(named(anchor, cte).outputs());
            Result round = body(cte, set.right(), inner.with(found.visible().plus(cte, work)));
            if (work.isUsed()) {
                return recursive(cte, anchor, round, work);
            }
        }
        return named(inner.query(cte.query(), Scope.root(), QueryBinder.Place.DERIVED), cte);
    }

    private static Result body(Query.Cte cte, Query.Body body, Binder binder) {
        Query alone = new Query(
                body.line(),
                List.of(),
                body,
                List.of(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty());
        Result result = binder.query(alone, Scope.root(), QueryBinder.Place.DERIVED);
        if (result.outputs().isEmpty()) {
            throw BindErrors.notSupported(cte.line(), "this common table expression");
        }
        return result;
    }

    private static Result named(Result result, Query.Cte cte) {
        List<Column> columns = ColumnNames.of(result.columns(), cte.columns(), cte.name(), cte.line());
        List<Result.Output> outputs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Result.Output output = result.outputs().get(i);
            outputs.add(new Result.Output(columns.get(i), output.untyped(), output.collate()));
        }
        return new Result(outputs, result.rows(), result.correlated());
    }

    private static Result recursive(Query.Cte cte, Result anchor, Result round, WorkTable work) {
        if (anchor.outputs().size() != round.outputs().size()) {
            throw SetBinder.unequal205(cte.line());
        }
        List<Result.Output> outputs = new ArrayList<>();
        for (Result.Output output : named(anchor, cte).outputs()) {
            Column column = output.column();
            Column other = round.outputs().get(outputs.size()).column();
            if (!column.type().equals(other.type())) {
                throw BindErrors.error(
                        240,
                        cte.line(),
                        "Types don't match between the anchor and the recursive part in column \"" + column.name()
                                + "\" of recursive query \"" + cte.name() + "\".");
            }
            outputs.add(new Result.Output(column.optional(), false, output.collate()));
        }
        return new Result(outputs, (outer, consumer) -> rounds(anchor, round, work, outer, consumer), false);
    }

    private static boolean rounds(Result anchor, Result round, WorkTable work, Env outer, RowConsumer consumer) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        boolean more = anchor.rows().run(outer, row -> rows.add(row) && consumer.accept(row));
        List<@Nullable Object[]> last = rows;
        for (int count = 0; more && !last.isEmpty(); count++) {
            work.rows(outer.execution()).set(last);
            List<@Nullable Object[]> next = new ArrayList<>();
            round.rows().run(outer, row -> {
                outer.execution().hold(row.length);
                return next.add(row);
            });
            if (count == MOST_ROUNDS && !next.isEmpty()) {
                throw new SqlError(
                        530,
                        16,
                        1,
                        0,
                        "The statement terminated. The maximum recursion " + MOST_ROUNDS
                                + " has been exhausted before statement completion.");
            }
            for (@Nullable Object[] row : next) {
                more = more && consumer.accept(row);
            }
            last = next;
        }
        return more;
    }
}
