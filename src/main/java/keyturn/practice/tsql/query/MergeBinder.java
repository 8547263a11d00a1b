package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.query.ChangeBinder.Assigned;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.syntax.TableStatement;
import keyturn.practice.tsql.syntax.TableStatement.Assignment;
import keyturn.practice.tsql.syntax.TableStatement.MergeClause;
import keyturn.practice.tsql.syntax.TableStatement.MergeMatch;
import keyturn.practice.tsql.types.SqlType;

/**
 * Binds MERGE: the source's rows, each with a mark that says there is one, joined with the target's numbered rows, none
 * of either left out. What OUTPUT sees of FROM is the source, and the act's name in a column behind all others.
 */
final class MergeBinder {

    private static final String ACTION = "$action";

    private final Relation table;
    private final Catalog catalog;
    private final Variables variables;

    MergeBinder(Relation table, Catalog catalog, Variables variables) {
        this.table = table;
        this.catalog = catalog;
        this.variables = variables;
    }

    /** A clause, bound. */
    record Bound(MergeMatch match, Optional<Cond> condition, BoundChange.Act act, List<Assigned> sets) {}

    private record Sides(Source source, Source target) {
        FromScope both() {
            return scope(Stream.concat(source.exposed().stream(), target.exposed().stream())
                    .toList());
        }

        /** What a clause may look at. */
        FromScope of(MergeMatch match) {
            return switch (match) {
                case MATCHED -> both();
                case NOT_BY_TARGET -> scope(source.exposed());
                case NOT_BY_SOURCE -> scope(target.exposed());
            };
        }

        private static FromScope scope(List<Exposed> exposed) {
            return new FromScope(exposed, Scope.root(), Clause.ON);
        }
    }

    BoundChange bind(TableStatement.Merge merge, Changes.Inserted inserted) {
        MergeRules.demand(merge.clauses());
        Binder binder = Binder.of(catalog, variables).marking(new Marked(merge.target(), table));
        for (Query.Cte cte : merge.ctes()) {
            binder = binder.with(CteBinder.declare(cte, binder.ctes(), binder));
        }
        SourceBinder sources = new SourceBinder(binder);
        Source source = present(sources.bind(merge.source(), Scope.root(), 0));
        Sides sides = new Sides(source, sources.bind(merge.target(), Scope.root(), source.end()));
        Cond on = binder.condition(merge.on(), sides.both());
        RowSource rows = new JoinRows(
                Query.JoinKind.FULL,
                source,
                sides.target(),
                Optional.of(on),
                JoinKeys.of(source, sides.target(), on.parts()));
        Binder known = binder;
        List<Bound> clauses = merge.clauses().stream()
                .map(c -> clause(c, sides.of(c.match()), known, inserted))
                .toList();
        List<BoundOutput> outputs = outputs(merge.output(), binder, sides);
        return new MergeChange(rows, source.end() - 1, sides.target().end() - 1, clauses, merge.top(), binder, outputs);
    }

    /** Each row says in one more column that it is one. */
    private static Source present(Source source) {
        RowSource rows = (outer, consumer) -> source.rows().run(outer, row -> {
            var wider = Arrays.copyOf(row, row.length + 1);
            wider[row.length] = true;
            return consumer.accept(wider);
        });
        return new Source(rows, source.first(), source.width() + 1, source.exposed(), source.correlated());
    }

    private Bound clause(MergeClause clause, FromScope scope, Binder binder, Changes.Inserted inserted) {
        Optional<Cond> condition = clause.condition().map(c -> binder.condition(c, scope));
        AssignmentBinder sets = new AssignmentBinder(binder, table);
        return switch (clause.act()) {
            case TableStatement.MergeDelete d ->
                new Bound(clause.match(), condition, BoundChange.Act.DELETE, List.of());
            case TableStatement.MergeUpdate u ->
                new Bound(clause.match(), condition, BoundChange.Act.UPDATE, sets.bind(u.sets(), scope));
            case TableStatement.MergeInsert i ->
                new Bound(
                        clause.match(),
                        condition,
                        BoundChange.Act.INSERT,
                        sets.bind(assignments(i, clause.line(), inserted.columns(i)), scope));
        };
    }

    private List<Assignment> assignments(TableStatement.MergeInsert insert, int line, List<Integer> places) {
        List<Assignment> all = new ArrayList<>();
        for (int i = 0; i < insert.values().size(); i++) {
            String column = table.columns().get(places.get(i)).name();
            all.add(new Assignment(
                    line, Optional.empty(), List.of(column), insert.values().get(i)));
        }
        return all;
    }

    private List<BoundOutput> outputs(Optional<TableStatement.Output> output, Binder binder, Sides sides) {
        int action = sides.target().end();
        List<Exposed> from = new ArrayList<>(sides.source().exposed());
        from.add(new Exposed(List.of(ACTION), true, action, List.of(new Column(ACTION, SqlType.nvarchar(10), false))));
        OutputBinder outputs = new OutputBinder(binder, from, action + 1, table.columns());
        List<BoundOutput> bound = new ArrayList<>();
        output.ifPresent(o -> {
            bound.add(outputs.bind(o.items(), true, true));
            if (!o.sent().isEmpty()) {
                bound.add(outputs.bind(o.sent(), true, true));
            }
        });
        return bound;
    }
}
