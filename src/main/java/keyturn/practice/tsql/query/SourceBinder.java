package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.syntax.Query.JoinKind;

/** Binds the entries of FROM from left to right; each gets the next columns of the query's row. */
final class SourceBinder {

    private final Binder binder;

    SourceBinder(Binder binder) {
        this.binder = binder;
    }

    /** @param outer what the entry sees of the outside: never its neighbours, unless by APPLY */
    Source bind(Query.Source tree, Scope outer, int first) {
        return switch (tree) {
            case Query.Table table -> table(table, first);
            case Query.FunctionTable function -> new TableFunctions(binder).bind(function, outer, first);
            case Query.VariableTable variable -> variable(variable, first);
            case Query.Derived derived -> derived(derived, outer, first);
            case Query.Values values -> ValuesSource.bind(values, binder, outer, first);
            case Query.Join join -> join(join, outer, first);
            case Query.Apply apply -> apply(apply, outer, first);
            case Query.Pivot pivot -> new PivotBinder(binder).bind(pivot, bind(pivot.input(), outer, first), outer);
            case Query.Unpivot unpivot -> UnpivotRows.bind(unpivot, bind(unpivot.input(), outer, first));
        };
    }

    private Source table(Query.Table table, int first) {
        List<String> name = table.alias().map(List::of).orElse(table.name());
        if (table.name().size() == 1) {
            Optional<CteNames.Found> cte = binder.ctes().find(table.name().getFirst());
            if (cte.isPresent()) {
                Result result = CteBinder.read(cte.get(), binder);
                Exposed exposed = new Exposed(name, table.alias().isPresent(), first, result.columns());
                return new Source(result.rows(), first, result.columns().size(), List.of(exposed), result.correlated());
            }
        }
        Relation relation = marked(table).orElseGet(() -> relation(table));
        return scanned(relation, new Exposed(name, table.alias().isPresent(), first, relation.columns()));
    }

    private Relation relation(Query.Table table) {
        try {
            return binder.catalog()
                    .relation(table.name())
                    .orElseThrow(() -> BindErrors.object208(table.line(), table.name()));
        } catch (SqlError e) {
            throw e.onLine(table.line());
        }
    }

    /** What stands for this very node: two of one text are two sources. */
    @SuppressWarnings("ReferenceEquality")
    private Optional<Relation> marked(Query.Source tree) {
        return binder.marked().filter(m -> m.node() == tree).map(Marked::relation);
    }

    private Source variable(Query.VariableTable variable, int first) {
        Relation relation = marked(variable)
                .or(() -> binder.variables().table(variable.name()))
                .orElseThrow(() -> BindErrors.table1087(variable.line(), variable.name()));
        List<String> name = List.of(variable.alias().orElse(variable.name()));
        return scanned(relation, new Exposed(name, true, first, relation.columns()));
    }

    private static Source scanned(Relation relation, Exposed exposed) {
        return new Source(
                scan(relation, exposed.used()),
                exposed.first(),
                relation.columns().size(),
                List.of(exposed),
                false);
    }

    private static RowSource scan(Relation relation, Used used) {
        return (outer, consumer) -> {
            for (var row : relation.rows().of(used.columns())) {
                outer.execution().tick();
                if (!consumer.accept(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    private Source derived(Query.Derived derived, Scope outer, int first) {
        Result result = binder.query(derived.query(), outer, QueryBinder.Place.DERIVED);
        List<Column> columns = ColumnNames.of(result.columns(), derived.columns(), derived.alias(), derived.line());
        Exposed exposed = new Exposed(List.of(derived.alias()), true, first, columns);
        return new Source(result.rows(), first, columns.size(), List.of(exposed), result.correlated());
    }

    private Source join(Query.Join join, Scope outer, int first) {
        Source left = bind(join.left(), outer, first);
        Source right = bind(join.right(), outer, left.end());
        boolean optionalLeft = join.kind() == JoinKind.RIGHT || join.kind() == JoinKind.FULL;
        boolean optionalRight = join.kind() == JoinKind.LEFT || join.kind() == JoinKind.FULL;
        FromScope scope = new FromScope(both(left.exposed(), right.exposed()), outer, Clause.ON);
        Optional<Cond> on = join.on().map(c -> binder.condition(c, scope));
        List<Exposed> exposed = both(optional(left, optionalLeft), optional(right, optionalRight));
        boolean correlated = left.correlated() || right.correlated() || scope.isCorrelated();
        RowSource rows = new JoinRows(
                join.kind(),
                left,
                right,
                on,
                JoinKeys.of(left, right, on.map(Cond::parts).orElse(List.of())));
        return new Source(rows, first, left.width() + right.width(), exposed, correlated);
    }

    private static List<Exposed> optional(Source source, boolean optional) {
        return optional ? source.exposed().stream().map(Exposed::outerJoined).toList() : source.exposed();
    }

    private static List<Exposed> both(List<Exposed> left, List<Exposed> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }

    private Source apply(Query.Apply apply, Scope outer, int first) {
        Source left = bind(apply.left(), outer, first);
        FromScope lateral = new FromScope(left.exposed(), outer, Clause.ON);
        Source right = bind(apply.right(), lateral, left.end());
        List<Exposed> exposed = both(left.exposed(), optional(right, apply.outer()));
        RowSource rows = new ApplyRows(left, right, apply.outer());
        boolean correlated = left.correlated() || lateral.isCorrelated();
        return new Source(rows, first, left.width() + right.width(), exposed, correlated);
    }

    /** All entries of FROM, none joined yet to another. */
    List<Source> bindAll(List<Query.Source> trees, Scope outer) {
        List<Source> sources = new ArrayList<>();
        int next = 0;
        for (Query.Source tree : trees) {
            Source source = bind(tree, outer, next);
            next = source.end();
            sources.add(source);
        }
        return sources;
    }
}
