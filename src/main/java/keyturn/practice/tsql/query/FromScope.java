package keyturn.practice.tsql.query;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.types.Prevailing;

/** The columns of a FROM, or of a part of it, over the scope outside the query. */
final class FromScope extends Scope {

    private final List<Exposed> entries;
    private final Scope outer;
    private final Clause clause;

    FromScope(List<Exposed> entries, Scope outer, Clause clause) {
        this.entries = List.copyOf(entries);
        this.outer = outer;
        this.clause = clause;
    }

    List<Exposed> entries() {
        return entries;
    }

    /** A column with the entry that it comes from. */
    record Found(Exposed entry, Column column, Expr expr) {}

    @Override
    Expr column(Expression.ColumnName name) {
        Optional<Found> own = find(name);
        return own.isPresent() ? own.get().expr() : fromOutside(name);
    }

    Expr fromOutside(Expression.ColumnName name) {
        Expr found = outer.column(name).fromInside();
        markCorrelated();
        return found;
    }

    /** Empty where the name is none of these entries' business. */
    Optional<Found> find(Expression.ColumnName name) {
        List<String> parts = name.parts();
        List<String> qualifier = parts.subList(0, parts.size() - 1);
        String wanted = parts.getLast().stripTrailing();
        Optional<Found> found = Optional.empty();
        boolean qualified = false;
        for (Exposed entry : entries) {
            if (!qualifier.isEmpty() && !entry.answersTo(qualifier)) {
                continue;
            }
            qualified |= !qualifier.isEmpty();
            for (int i = 0; i < entry.columns().size(); i++) {
                Column column = entry.columns().get(i);
                if (Prevailing.here().same(column.name(), wanted)) {
                    if (found.isPresent()) {
                        throw BindErrors.ambiguous209(name.line(), wanted);
                    }
                    found = Optional.of(new Found(entry, column, entry.value(i)));
                }
            }
        }
        if (found.isEmpty() && qualified) {
            throw BindErrors.column207(name.line(), wanted);
        }
        return found;
    }

    @Override
    Expr aggregate(Expression.Call call, Binder binder) {
        throw BindErrors.aggregate(clause, call.line());
    }
}
