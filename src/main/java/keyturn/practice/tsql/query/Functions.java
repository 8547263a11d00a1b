package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The functions that belong to the language; each family registers its own. */
final class Functions {

    private static final Map<String, Definition> ALL = new HashMap<>();

    static {
        LogicFunctions.register(ALL::put);
        TextFunctions.register(ALL::put);
        TextSearchFunctions.register(ALL::put);
        CharacterFunctions.register(ALL::put);
        MathFunctions.register(ALL::put);
        DateFunctions.register(ALL::put);
        ClockFunctions.register(ALL::put);
        OtherFunctions.register(ALL::put);
    }

    private Functions() {}

    static Optional<Definition> find(String upperName) {
        return Optional.ofNullable(ALL.get(upperName));
    }

    /** Where a family puts what it knows. */
    @FunctionalInterface
    interface Registry {
        void put(String name, Definition definition);
    }

    /** Makes an expression of a call. */
    @FunctionalInterface
    interface Form {
        Expr bind(Invocation invocation);
    }

    /** Computes a value of arguments of which none is NULL. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(Object[] arguments);
    }

    /** @param most arguments at most; -1 for any number */
    record Definition(String name, int least, int most, Form form) {
        void checkCount(int given, int line) {
            if (given < least || (most >= 0 && given > most)) {
                throw CallBinder.wrongCount(name, least, most, line);
            }
        }
    }

    /** One call while it is bound. */
    record Invocation(Expression.Call call, Binder binder, Scope scope) {

        int count() {
            return call.arguments().size();
        }

        Expr argument(int i) {
            return binder.expression(call.arguments().get(i), scope);
        }

        List<Expr> arguments() {
            return call.arguments().stream()
                    .map(e -> binder.expression(e, scope))
                    .toList();
        }

        /** A word such as the date part of DATEADD. */
        String word(int i) {
            if (call.arguments().get(i) instanceof Expression.ColumnName name
                    && name.parts().size() == 1) {
                return name.parts().getFirst();
            }
            throw BindErrors.error(
                    1023, call.line(), "Invalid parameter 1 specified for " + name().toLowerCase(Locale.ROOT) + ".");
        }

        String name() {
            return call.name().getLast();
        }

        /** NULL as soon as one argument is; a server says of any function that it may be NULL, whatever its arguments. */
        Expr strict(SqlType type, List<Expr> arguments, Body body) {
            return Expr.over(type, true, name().toLowerCase(Locale.ROOT), arguments, env -> {
                Object[] values = new Object[arguments.size()];
                for (int i = 0; i < values.length; i++) {
                    Object value = arguments.get(i).eval(env);
                    if (value == null) {
                        return null;
                    }
                    values[i] = value;
                }
                return body.apply(values);
            });
        }
    }

    /** A function of fixed parameter types that is NULL as soon as one argument is. */
    static void fixed(Registry registry, String name, SqlType result, List<SqlType> parameters, Body body) {
        fixed(registry, name, parameters.size(), result, parameters, body);
    }

    /** The same, with arguments that may be left out. */
    static void fixed(Registry registry, String name, int least, SqlType result, List<SqlType> parameters, Body body) {
        registry.put(name, new Definition(name, least, parameters.size(), call -> {
            List<Expr> arguments = new ArrayList<>();
            for (int i = 0; i < call.count(); i++) {
                Expr argument = call.argument(i);
                arguments.add(argument.as(parameters.get(i)));
            }
            return call.strict(result, arguments, body);
        }));
    }

    /** A function whose types depend on its arguments. */
    static void typed(Registry registry, String name, int least, int most, Form form) {
        registry.put(name, new Definition(name, least, most, form));
    }

    /** The argument as text: itself if it is one, else converted, wide enough for any number or date. */
    static Expr text(Expr argument) {
        if (argument.type().isCharacter() && !argument.isNull()) {
            return argument;
        }
        return argument.as(argument.isNull() ? SqlType.varchar(1) : SqlType.varchar(8000));
    }

    /** The type of a text that is made of another and may be as long as the function allows. */
    static SqlType like(Expr text, int length) {
        int most = text.type().isUnicode() ? 4000 : 8000;
        int bounded =
                text.type().length() == SqlType.MAX || length == SqlType.MAX ? SqlType.MAX : Math.min(length, most);
        return text.type().isUnicode() ? SqlType.nvarchar(bounded) : SqlType.varchar(bounded);
    }
}
