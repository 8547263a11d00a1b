package keyturn.practice.tsql.query;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.TypeName;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import keyturn.practice.tsql.types.TypeNames;

/** {@code .value('.', 'nvarchar(max)')} on xml: the whole text without its marks. Other paths are refused. */
final class XmlMethods {

    private static final Set<String> WHOLE =
            Set.of(".", "(.)[1]", "text()[1]", "(text())[1]", "(./text())[1]", "./text()[1]");
    private static final Pattern TYPE = Pattern.compile(
            "\\s*(\\w+)\\s*(?:\\(\\s*(max|\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?\\s*", Pattern.CASE_INSENSITIVE);

    private XmlMethods() {}

    static Expr bind(Expression.MethodCall call, Binder binder, Scope scope) {
        Expr target = binder.expression(call.target(), scope);
        boolean value = call.method().toLowerCase(Locale.ROOT).equals("value")
                && target.type().kind() == Kind.XML
                && call.arguments().size() == 2;
        if (!value
                || !(call.arguments().get(0) instanceof Expression.StringLiteral path)
                || !(call.arguments().get(1) instanceof Expression.StringLiteral type)
                || !WHOLE.contains(path.text().replace(" ", ""))) {
            throw BindErrors.notSupported(call.line(), "this use of the xml method " + call.method());
        }
        SqlType wanted = type(type);
        return Expr.over(wanted, true, "xml value " + wanted, List.of(target), env -> {
            Object xml = target.eval(env);
            return xml == null
                    ? null
                    : Conversions.convert(text(xml.toString()), SqlType.nvarchar(SqlType.MAX), wanted);
        });
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

    private static String text(String xml) {
        return xml.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#x0D;", "\r")
                .replace("&amp;", "&");
    }
}
