package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.ScalarFunction;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Calls: aggregates, windows, functions of the language, then those of the catalog. */
final class CallBinder {

    private CallBinder() {}

    static Expr bind(Expression.Call call, Binder binder, Scope scope) {
        String name = call.name().getLast().toUpperCase(Locale.ROOT);
        boolean plain = call.name().size() == 1;
        if (call.over().isPresent()) {
            return scope.window(call, binder);
        }
        if (plain && WindowBinder.needsOver(name)) {
            throw BindErrors.error(10753, call.line(), "The function '" + name + "' must have an OVER clause.");
        }
        if (Trees.isAggregateName(call.name())) {
            return scope.aggregate(call, binder);
        }
        if (plain) {
            Optional<Functions.Definition> known = Functions.find(name);
            if (known.isPresent()) {
                Functions.Definition definition = known.get();
                definition.checkCount(call.arguments().size(), call.line());
                return definition.form().bind(new Functions.Invocation(call, binder, scope));
            }
        }
        return fromCatalog(call, binder, scope);
    }

    private static Expr fromCatalog(Expression.Call call, Binder binder, Scope scope) {
        ScalarFunction function = binder.catalog().scalarFunction(call.name()).orElseThrow(() -> unknown(call));
        int given = call.arguments().size();
        int most = function.parameters().size();
        if (given < function.required() || given > most) {
            throw wrongCount(function.name(), function.required(), most, call.line());
        }
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < given; i++) {
            Expr argument = binder.expression(call.arguments().get(i), scope);
            SqlType wanted = function.parameters().get(i);
            arguments.add(
                    argument.type().kind() == SqlType.Kind.SQL_VARIANT
                            ? argument.converted(wanted)
                            : argument.as(wanted));
        }
        String key = String.join(".", call.name()).toLowerCase(Locale.ROOT);
        return Expr.over(function.result(), true, key, arguments, env -> {
            List<@Nullable Object> values = new ArrayList<>();
            for (Expr argument : arguments) {
                values.add(argument.eval(env));
            }
            return function.apply().apply(values);
        });
    }

    private static SqlError unknown(Expression.Call call) {
        String name = String.join(".", call.name());
        if (call.name().size() == 1) {
            return new SqlError(195, 15, 10, call.line(), "'" + name + "' is not a recognized built-in function name.");
        }
        return BindErrors.error(
                4121,
                call.line(),
                "Cannot find either column \"" + call.name().getFirst()
                        + "\" or the user-defined function or aggregate \"" + name + "\", or the name is ambiguous.");
    }

    static SqlError wrongCount(String name, int least, int most, int line) {
        String function = name.toLowerCase(Locale.ROOT);
        if (least == most) {
            return new SqlError(174, 15, 1, line, "The " + function + " function requires " + least + " argument(s).");
        }
        return new SqlError(
                189, 15, 1, line, "The " + function + " function requires " + least + " to " + most + " arguments.");
    }
}
