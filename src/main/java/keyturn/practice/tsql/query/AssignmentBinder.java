package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.query.BoundChange.Setter;
import keyturn.practice.tsql.query.ChangeBinder.Assigned;
import keyturn.practice.tsql.syntax.TableStatement.Assignment;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;

/** What SET of an UPDATE sets. */
final class AssignmentBinder {

    private final Binder binder;
    private final Relation table;

    AssignmentBinder(Binder binder, Relation table) {
        this.binder = binder;
        this.table = table;
    }

    /** @throws keyturn.practice.tsql.SqlError 207 no such column, 264 one twice, 137 no such variable, 206 no such conversion */
    List<Assigned> bind(List<Assignment> sets, Scope scope) {
        List<Assigned> bound = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Assignment set : sets) {
            bound.add(bind(set, scope));
            if (!set.column().isEmpty()
                    && !seen.add(Prevailing.here().key(set.column().getLast()))) {
                throw twice264(set.line(), set.column().getLast());
            }
        }
        return bound;
    }

    private Assigned bind(Assignment set, Scope scope) {
        Optional<Expr> raw = set.value().map(e -> binder.expression(e, scope));
        Optional<Setter> setter = set.column().isEmpty() ? Optional.empty() : Optional.of(setter(set, raw));
        Optional<Expr> value = raw.map(e -> e.isNull() && setter.isPresent()
                ? e.as(table.columns().get(setter.get().column()).type())
                : e);
        Optional<Assigned.Taker> taker = set.variable()
                .map(v -> taker(v, set.line(), value.map(Expr::type).orElse(SqlType.INT)));
        return new Assigned(setter, value, taker);
    }

    private Setter setter(Assignment set, Optional<Expr> value) {
        String name = set.column().getLast();
        for (int i = 0; i < table.columns().size(); i++) {
            if (Prevailing.here().same(table.columns().get(i).name(), name)) {
                SqlType type = table.columns().get(i).type();
                SqlType given = value.filter(v -> !v.isNull()).map(Expr::type).orElse(type);
                Conversions.checkImplicit(given, type);
                return new Setter(i, given, value.isEmpty());
            }
        }
        throw BindErrors.column207(set.line(), name);
    }

    private Assigned.Taker taker(String variable, int line, SqlType from) {
        Variables variables = binder.variables();
        SqlType type = variables.type(variable).orElseThrow(() -> BindErrors.variable137(line, variable));
        return value -> variables.assign(variable, Conversions.convert(value, from, type));
    }

    static keyturn.practice.tsql.SqlError twice264(int line, String name) {
        return BindErrors.error(
                264,
                line,
                "The column name '" + name + "' is specified more than once in the SET clause or column list of an"
                        + " INSERT. A column cannot be assigned more than one value in the same clause. Modify the clause"
                        + " to make sure that a column is updated only once. If this statement updates or inserts columns"
                        + " into a view, column aliasing can conceal the duplication in your code.");
    }
}
