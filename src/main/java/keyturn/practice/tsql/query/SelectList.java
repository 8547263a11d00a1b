package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The bound select list. */
final class SelectList {

    private final Binder binder;
    private final OutputScope scope;
    private final List<Expr> expressions = new ArrayList<>();
    private final List<Result.Output> outputs = new ArrayList<>();
    private boolean values;
    private boolean assigns;

    SelectList(Binder binder, OutputScope scope) {
        this.binder = binder;
        this.scope = scope;
    }

    List<Expr> expressions() {
        return expressions;
    }

    List<Result.Output> outputs() {
        return outputs;
    }

    SelectList bind(List<Query.Item> items) {
        for (Query.Item item : items) {
            switch (item) {
                case Query.Value value -> value(value);
                case Query.Star star -> star(star);
                case Query.Assign assign -> assign(assign);
            }
            values |= !(item instanceof Query.Assign);
            assigns |= item instanceof Query.Assign;
            if (values && assigns) {
                throw BindErrors.error(
                        141,
                        item.line(),
                        "A SELECT statement that assigns a value to a variable must not be combined with data-retrieval"
                                + " operations.");
            }
        }
        return this;
    }

    private void add(String name, Expr expr) {
        expressions.add(expr);
        outputs.add(new Result.Output(new Column(name, expr.type(), expr.nullable()), expr.isNull(), expr.collate()));
    }

    private void value(Query.Value value) {
        Expr expr = binder.expression(value.expression(), scope);
        String own = value.expression() instanceof Expression.ColumnName name
                ? name.parts().getLast()
                : "";
        add(value.alias().orElse(own), expr);
    }

    private void star(Query.Star star) {
        List<Exposed> entries = scope.input().entries();
        if (entries.isEmpty()) {
            throw BindErrors.error(263, star.line(), "Must specify table to select from.");
        }
        List<Exposed> meant = entries.stream()
                .filter(e -> star.qualifier().isEmpty() || e.answersTo(star.qualifier()))
                .toList();
        if (meant.isEmpty()) {
            throw new SqlError(
                    107,
                    15,
                    1,
                    star.line(),
                    "The column prefix '" + String.join(".", star.qualifier())
                            + "' does not match with a table name or alias name used in the query.");
        }
        for (Exposed entry : meant) {
            for (int i = 0; i < entry.columns().size(); i++) {
                if (Marked.hides(entry.columns().get(i))) {
                    continue;
                }
                add(entry.columns().get(i).name(), starred(star, entry, i));
            }
        }
    }

    private Expr starred(Query.Star star, Exposed entry, int i) {
        Column column = entry.columns().get(i);
        if (!scope.isGrouped()) {
            return entry.value(i);
        }
        List<String> parts = new ArrayList<>(entry.name());
        parts.add(column.name());
        return scope.column(new Expression.ColumnName(star.line(), parts));
    }

    private void assign(Query.Assign assign) {
        Variables variables = binder.variables();
        SqlType type = variables
                .type(assign.variable())
                .orElseThrow(() -> BindErrors.variable137(assign.line(), assign.variable()));
        Expr value = binder.expression(assign.expression(), scope).as(type);
        Node node = env -> {
            @Nullable Object result = value.eval(env);
            variables.assign(assign.variable(), result);
            return result;
        };
        expressions.add(new Expr(type, true, Optional.empty(), value.key(), value.reach(), Expr.Form.OTHER, 0, node));
    }

    /** Two result columns of that name which are one and the same column: ORDER BY may name it all the same. */
    boolean isSameColumnTwice(Expression.ColumnName name) {
        if (name.parts().size() != 1) {
            return false;
        }
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            if (Prevailing.here()
                    .same(outputs.get(i).column().name(), name.parts().getFirst())) {
                keys.add(expressions.get(i).key());
            }
        }
        return keys.size() > 1 && keys.stream().distinct().count() == 1;
    }
}
