package keyturn.practice.tsql.query;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import keyturn.practice.tsql.query.ChangeBinder.Assigned;
import keyturn.practice.tsql.query.MergeBinder.Bound;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.syntax.TableStatement.MergeMatch;
import org.jspecify.annotations.Nullable;

/**
 * A bound MERGE: of each row of the join the first clause that is for it and whose condition holds says what becomes of
 * it.
 *
 * @param present the column that says whether there is a row of the source
 * @param place the column with the place of the target's row
 */
record MergeChange(
        RowSource rows,
        int present,
        int place,
        List<Bound> clauses,
        Optional<Query.Top> top,
        Binder binder,
        List<BoundOutput> outputs)
        implements BoundChange {

    @Override
    public void run(Each each, BooleanSupplier cancelled) {
        Env root = Env.root(new Execution(cancelled));
        long most = top.map(t -> Changes.top(t, binder, count(root))).orElse(Long.MAX_VALUE);
        Set<Integer> seen = new HashSet<>();
        long[] touched = {0};
        if (most == 0) {
            return;
        }
        rows.run(root, row -> {
            Optional<Bound> clause = clause(row, root.inner(row));
            clause.ifPresent(c -> {
                touch(c, row, root, seen, each);
                touched[0]++;
            });
            return touched[0] < most;
        });
    }

    private Optional<Bound> clause(@Nullable Object[] row, Env env) {
        MergeMatch match = row[place] == null
                ? MergeMatch.NOT_BY_TARGET
                : row[present] == null ? MergeMatch.NOT_BY_SOURCE : MergeMatch.MATCHED;
        return clauses.stream()
                .filter(c -> c.match() == match)
                .filter(c -> c.condition().map(x -> x.holds(env)).orElse(true))
                .findFirst();
    }

    private void touch(Bound clause, @Nullable Object[] row, Env root, Set<Integer> seen, Each each) {
        int at = row[place] instanceof Integer standing ? standing : -1;
        if (at >= 0 && !seen.add(at)) {
            throw BindErrors.error(
                    8672,
                    0,
                    "The MERGE statement attempted to UPDATE or DELETE the same row more than once. This happens when a"
                            + " target row matches more than one source row. A MERGE statement cannot UPDATE/DELETE the"
                            + " same row of the target table multiple times. Refine the ON clause to ensure a target row"
                            + " matches at most one source row, or use the GROUP BY clause to group the source rows.");
        }
        @Nullable Object[] told = Arrays.copyOf(row, row.length + 1);
        told[row.length] = clause.act().name();
        each.touch(
                new Touched(
                        clause.act(),
                        at,
                        Assigned.setters(clause.sets()),
                        Assigned.values(clause.sets(), root.inner(row))),
                told);
    }

    /** How many rows there are of which TOP may want a part. */
    private long count(Env root) {
        long[] count = {0};
        rows.run(root, row -> {
            count[0] += clause(row, root.inner(row)).isPresent() ? 1 : 0;
            return true;
        });
        return count[0];
    }
}
