package keyturn.practice.server;

import java.util.List;
import java.util.Set;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.TypeNames;

/**
 * Looks a batch over before any of it runs, as the server compiles it: declares its variables and binds its names. A
 * batch with a wrong column runs nothing; a missing object is left to the statement that meets it.
 */
record Compiler(Catalog catalog, BatchVariables variables) {

    private static final Set<Integer> DEFERRED = Set.of(208, 229, 262, 297, 300, 911, 916, 927, 942, 945, 7202);

    void check(List<Statement> statements) {
        statements.forEach(this::declare);
        statements.forEach(this::bind);
    }

    private void declare(Statement statement) {
        switch (statement) {
            case Statement.Declare d ->
                d.declarations().forEach(v -> variables.declare(v.name(), TypeNames.declared(v.type()), v.line()));
            case Statement.If i -> {
                declare(i.then());
                i.otherwise().ifPresent(this::declare);
            }
            case Statement.Block b -> b.statements().forEach(this::declare);
            default -> {}
        }
    }

    private void bind(Statement statement) {
        switch (statement) {
            case Statement.Select s -> attempt(s, () -> Queries.bind(s.query(), catalog, variables));
            case Statement.If i -> {
                attempt(i, () -> Queries.bind(i.condition(), catalog, variables));
                bind(i.then());
                i.otherwise().ifPresent(this::bind);
            }
            case Statement.Block b -> b.statements().forEach(this::bind);
            case Statement.SetVariable s -> expression(s, s.value());
            case Statement.Print p -> expression(p, p.text());
            case Statement.Declare d -> d.declarations().forEach(v -> v.value().ifPresent(e -> expression(d, e)));
            default -> {}
        }
    }

    private void expression(Statement statement, Expression expression) {
        attempt(statement, () -> Queries.bind(expression, catalog, variables));
    }

    private static void attempt(Statement statement, Runnable binding) {
        try {
            binding.run();
        } catch (SqlError e) {
            if (!DEFERRED.contains(e.number())) {
                throw e.onLine(statement.line());
            }
        }
    }
}
