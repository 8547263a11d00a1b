package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Expression;

/**
 * What names mean in a select list, HAVING and ORDER BY. A row of this scope is the row of FROM or, in a grouped query,
 * the values of the group's keys; behind it stand the aggregates and window functions met while binding.
 */
final class OutputScope extends Scope {

    private final FromScope input;
    private final int width;
    private final boolean grouped;
    private final List<Expression> keyTrees;
    private final List<Expr> keys;
    private final List<Extra> extras = new ArrayList<>();
    private Clause clause = Clause.SELECT;

    /** A value behind the row. */
    sealed interface Extra {
        String key();
    }

    record AggregateExtra(String key, Aggregate aggregate) implements Extra {}

    record WindowExtra(String key, Window window) implements Extra {}

    private OutputScope(FromScope input, int width, boolean grouped, List<Expression> keyTrees, List<Expr> keys) {
        this.input = input;
        this.width = width;
        this.grouped = grouped;
        this.keyTrees = keyTrees;
        this.keys = keys;
    }

    static OutputScope plain(FromScope input, int width) {
        return new OutputScope(input, width, false, List.of(), List.of());
    }

    static OutputScope grouped(FromScope input, List<Expression> keyTrees, List<Expr> keys) {
        return new OutputScope(input, keys.size(), true, keyTrees, keys);
    }

    void enter(Clause next) {
        clause = next;
    }

    /** Values of a row before the extras. */
    int width() {
        return width;
    }

    boolean isGrouped() {
        return grouped;
    }

    List<Expr> keys() {
        return keys;
    }

    List<Extra> extras() {
        return extras;
    }

    FromScope input() {
        return input;
    }

    @Override
    Expr column(Expression.ColumnName name) {
        Optional<FromScope.Found> found = input.find(name);
        if (found.isEmpty()) {
            return input.fromOutside(name);
        }
        Expr expr = found.get().expr();
        if (!grouped) {
            return expr;
        }
        return key(expr).orElseThrow(() -> ungrouped(name.line(), found.get()));
    }

    private Optional<Expr> key(Expr expr) {
        for (int i = 0; i < keys.size(); i++) {
            Expr key = keys.get(i);
            if (key.key().equals(expr.key())) {
                Expr slot = Expr.column(key.type(), key.nullable(), i);
                return Optional.of(slot.with(key.collate()));
            }
        }
        return Optional.empty();
    }

    private SqlError ungrouped(int line, FromScope.Found found) {
        String name = found.entry().written() + "." + found.column().name();
        String rest = "because it is not contained in either an aggregate function or the GROUP BY clause.";
        return switch (clause) {
            case HAVING ->
                BindErrors.error(8121, line, "Column '" + name + "' is invalid in the HAVING clause " + rest);
            case ORDER_BY ->
                BindErrors.error(8127, line, "Column \"" + name + "\" is invalid in the ORDER BY clause " + rest);
            case SELECT, WHERE, ON, GROUP_BY ->
                BindErrors.error(8120, line, "Column '" + name + "' is invalid in the select list " + rest);
        };
    }

    @Override
    Optional<Expr> ready(Expression e, Binder binder) {
        boolean possible = grouped && keyTrees.stream().anyMatch(tree -> tree.getClass() == e.getClass());
        if (!possible || e instanceof Expression.ColumnName || Trees.hasAggregate(e) || Trees.hasWindow(e)) {
            return Optional.empty();
        }
        return key(binder.expression(e, input));
    }

    @Override
    Expr aggregate(Expression.Call call, Binder binder) {
        if (call.arguments().stream().anyMatch(Trees::hasAggregate)) {
            throw BindErrors.error(
                    130,
                    call.line(),
                    "Cannot perform an aggregate function on an expression containing an aggregate or a subquery.");
        }
        Aggregate aggregate = AggregateBinder.bind(call, binder, input);
        return extra(new AggregateExtra(aggregate.call().key(), aggregate), aggregate.call());
    }

    @Override
    Expr window(Expression.Call call, Binder binder) {
        if (clause == Clause.HAVING) {
            throw BindErrors.window4108(call.line());
        }
        Window window = WindowBinder.bind(call, binder, this);
        return extra(new WindowExtra(window.result().key(), window), window.result());
    }

    private Expr extra(Extra extra, Expr result) {
        int place = -1;
        for (int i = 0; i < extras.size(); i++) {
            if (extras.get(i).key().equals(extra.key())) {
                place = i;
            }
        }
        if (place < 0) {
            place = extras.size();
            extras.add(extra);
        }
        Expr slot = Expr.column(result.type(), result.nullable(), width + place);
        return slot.with(result.collate());
    }
}
