package keyturn.practice.tsql.query;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.syntax.TypeName;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import keyturn.practice.tsql.types.TypeNames;
import org.jspecify.annotations.Nullable;

/**
 * The methods of xml: value, query, exist, and nodes in FROM. Their paths are XPath, with the prefixes that a prolog
 * declares left out of account; what XQuery has beyond that is refused.
 */
final class XmlMethods {

    private static final Pattern TYPE = Pattern.compile(
            "\\s*(\\w+)\\s*(?:\\(\\s*(max|\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?\\s*", Pattern.CASE_INSENSITIVE);

    private static final @Nullable Object[] NOTHING = {};

    private XmlMethods() {}

    static Expr bind(Expression.MethodCall call, Binder binder, Scope scope) {
        return bind(call.method(), binder.expression(call.target(), scope), call.arguments(), call.line(), binder);
    }

    private static Expr bind(String method, Expr target, List<Expression> arguments, int line, Binder binder) {
        if (target.type().kind() != Kind.XML) {
            throw BindErrors.error(
                    258, line, "Cannot call methods on " + target.type().typeName() + ".");
        }
        XmlPath path = path(method, arguments, method.equals("value") ? 2 : 1, line, binder);
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "value" -> {
                SqlType wanted = type(text(arguments.get(1), method, line));
                yield Expr.over(wanted, true, "xml value " + wanted + path, List.of(target), env -> {
                    Object text = path.text(target.eval(env), line);
                    return text == null ? null : Conversions.convert(text, SqlType.nvarchar(SqlType.MAX), wanted);
                });
            }
            case "query" ->
                Expr.over(
                        SqlType.XML,
                        true,
                        "xml query " + path,
                        List.of(target),
                        env -> path.xml(target.eval(env), line));
            case "exist" ->
                Expr.over(SqlType.BIT, true, "xml exist " + path, List.of(target), env -> {
                    Object xml = target.eval(env);
                    return xml == null ? null : !path.nodes(xml, line).isEmpty();
                });
            default -> throw BindErrors.notSupported(line, "the xml method " + method);
        };
    }

    private static XmlPath path(String method, List<Expression> arguments, int count, int line, Binder binder) {
        if (arguments.size() != count) {
            throw new keyturn.practice.tsql.SqlError(
                    174, 15, 1, line, "The " + method + " function requires " + count + " argument(s).");
        }
        return XmlPath.of(text(arguments.getFirst(), method, line).text(), binder.variables());
    }

    private static Expression.StringLiteral text(Expression argument, String method, int line) {
        if (argument instanceof Expression.StringLiteral literal) {
            return literal;
        }
        throw BindErrors.error(
                8172, line, "The argument 1 of the XML data type method \"" + method + "\" must be a string literal.");
    }

    /** {@code x.nodes('/a/b') AS t (c)} stands here. */
    static boolean isNodes(Query.FunctionTable tree) {
        return tree.name().size() > 1 && tree.name().getLast().equals("nodes");
    }

    static Source nodes(Query.FunctionTable tree, Binder binder, Scope outer, int first) {
        FromScope scope = new FromScope(List.of(), outer, Clause.ON);
        List<String> name = tree.name().subList(0, tree.name().size() - 1);
        Expression written = name.getFirst().startsWith("@")
                ? new Expression.Variable(tree.line(), name.getFirst())
                : new Expression.ColumnName(tree.line(), name);
        Expr target = binder.expression(written, scope);
        XmlPath path = path("nodes", tree.arguments(), 1, tree.line(), binder);
        if (tree.alias().isEmpty() || tree.columns().size() != 1) {
            throw BindErrors.error(
                    493, tree.line(), "The column that was returned from the nodes() method has no name.");
        }
        Column column = new Column(tree.columns().getFirst(), SqlType.XML, true);
        Exposed exposed = new Exposed(List.of(tree.alias().get()), true, first, List.of(column));
        RowSource rows = (env, consumer) -> {
            Object xml = target.eval(env.inner(NOTHING));
            if (xml != null) {
                for (XmlPath.At node : path.nodes(xml, tree.line())) {
                    env.execution().tick();
                    if (!consumer.accept(new @Nullable Object[] {node})) {
                        return false;
                    }
                }
            }
            return true;
        };
        return new Source(rows, first, 1, List.of(exposed), scope.isCorrelated());
    }

    private static SqlType type(Expression.StringLiteral written) {
        Matcher m = TYPE.matcher(written.text());
        if (!m.matches()) {
            throw BindErrors.notSupported(written.line(), "the type '" + written.text() + "'");
        }
        String first = m.group(2);
        boolean max = first != null && first.equalsIgnoreCase("max");
        return TypeNames.cast(new TypeName(
                written.line(),
                m.group(1),
                first == null || max ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(first)),
                m.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(m.group(3))),
                max));
    }
}
