package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.TableFunction;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Functions in FROM: STRING_SPLIT, and those of the catalog. */
final class TableFunctions {

    private static final @Nullable Object[] NOTHING = {};

    private final Binder binder;

    TableFunctions(Binder binder) {
        this.binder = binder;
    }

    Source bind(Query.FunctionTable tree, Scope outer, int first) {
        if (XmlMethods.isNodes(tree)) {
            return XmlMethods.nodes(tree, binder, outer, first);
        }
        FromScope scope = new FromScope(List.of(), outer, Clause.ON);
        List<Expr> given =
                tree.arguments().stream().map(e -> argument(e, scope)).toList();
        TableFunction function = tree.name().size() == 1
                        && tree.name().getFirst().toUpperCase(Locale.ROOT).equals("STRING_SPLIT")
                ? split(given, tree.line())
                : binder.catalog()
                        .tableFunction(tree.name())
                        .orElseThrow(() -> BindErrors.object208(tree.line(), tree.name()));
        checkCount(function, given.size(), tree);
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            arguments.add(given.get(i).as(function.parameters().get(i)));
        }
        String alias = tree.alias().orElse(tree.name().getLast());
        List<Column> columns = tree.columns().isEmpty()
                ? function.columns()
                : ColumnNames.of(function.columns(), tree.columns(), alias, tree.line());
        Exposed exposed = new Exposed(
                tree.alias().map(List::of).orElse(tree.name()), tree.alias().isPresent(), first, columns);
        return new Source(rows(function, arguments), first, columns.size(), List.of(exposed), scope.isCorrelated());
    }

    /** DEFAULT, which comes as a name, is NULL to the server's own functions. */
    private Expr argument(Expression written, Scope scope) {
        boolean defaulted = written instanceof Expression.ColumnName name
                && name.parts().size() == 1
                && name.parts().getFirst().equalsIgnoreCase("DEFAULT");
        return defaulted ? Expr.nullLiteral() : binder.expression(written, scope);
    }

    private static RowSource rows(TableFunction function, List<Expr> arguments) {
        return (outer, consumer) -> {
            Env env = outer.inner(NOTHING);
            List<@Nullable Object> values = new ArrayList<>();
            for (Expr argument : arguments) {
                values.add(argument.eval(env));
            }
            for (var row : function.rows().apply(values)) {
                outer.execution().tick();
                if (!consumer.accept(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static void checkCount(TableFunction function, int given, Query.FunctionTable tree) {
        String name = String.join(".", tree.name());
        if (given > function.parameters().size()) {
            throw BindErrors.error(
                    8144, tree.line(), "Procedure or function " + name + " has too many arguments specified.");
        }
        if (given < function.parameters().size()) {
            throw BindErrors.error(
                    313,
                    tree.line(),
                    "An insufficient number of arguments were supplied for the procedure or function " + name + ".");
        }
    }

    private static TableFunction split(List<Expr> given, int line) {
        boolean unicode = !given.isEmpty() && given.getFirst().type().isUnicode();
        SqlType type = unicode ? SqlType.nvarchar(SqlType.MAX) : SqlType.varchar(SqlType.MAX);
        SqlType part = !given.isEmpty() && given.getFirst().type().isCharacter()
                ? given.getFirst().type()
                : type;
        return new TableFunction(
                "STRING_SPLIT",
                List.of(type, SqlType.nvarchar(SqlType.MAX)),
                List.of(new Column("value", part, true)),
                (List<@Nullable Object> values) -> parts(values, line));
    }

    private static List<@Nullable Object[]> parts(List<@Nullable Object> values, int line) {
        Object text = values.get(0);
        Object separator = values.get(1);
        if (separator == null || separator.toString().length() != 1) {
            throw BindErrors.error(
                    214, line, "Procedure expects parameter 'separator' of type 'nchar(1)/nvarchar(1)'.");
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (text != null) {
            for (String part :
                    Pattern.compile(Pattern.quote(separator.toString())).split(text.toString(), -1)) {
                rows.add(new @Nullable Object[] {part});
            }
        }
        return rows;
    }
}
