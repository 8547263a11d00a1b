package keyturn.practice.server;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.syntax.AccessStatement;
import keyturn.practice.tsql.syntax.CursorStatement;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.ServerStatement;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.syntax.TableStatement;
import keyturn.practice.tsql.types.TypeNames;

/**
 * Looks a batch over before any of it runs, as the server compiles it: declares its variables and binds its names. A
 * batch with a wrong column runs nothing; a missing object is left to the statement that meets it.
 */
record Compiler(Turn turn, Catalog catalog, BatchVariables variables) {

    private static final Set<Integer> DEFERRED = Set.of(208, 229, 262, 297, 300, 911, 916, 927, 942, 945, 7202);

    /** What is around a statement. */
    private record Around(boolean loop, boolean handler, boolean procedure) {}

    void check(List<Statement> statements) {
        check(statements, false);
    }

    /** The same for a procedure, which may return a value. */
    void checkProcedure(List<Statement> statements) {
        check(statements, true);
    }

    private void check(List<Statement> statements, boolean procedure) {
        new Labels().check(statements);
        statements.forEach(s -> place(s, new Around(false, false, procedure)));
        statements.forEach(this::declare);
        statements.forEach(this::bind);
    }

    /** Whether a statement, and each in it, may stand where it does. */
    private static void place(Statement statement, Around around) {
        int error =
                switch (statement) {
                    case Statement.Jump j -> around.loop() ? 0 : j.out() ? 135 : 136;
                    case Statement.Return r -> r.value().isPresent() && !around.procedure() ? 178 : 0;
                    case Statement.Throw t -> t.thrown().isPresent() || around.handler() ? 0 : 10704;
                    default -> 0;
                };
        if (error != 0) {
            throw Messages.error(error, 1).onLine(statement.line());
        }
        if (statement instanceof Statement.TryCatch t) {
            t.attempted().forEach(s -> place(s, around));
            t.caught().forEach(s -> place(s, new Around(around.loop(), true, around.procedure())));
        } else {
            boolean loop = around.loop() || statement instanceof Statement.While;
            held(statement).forEach(s -> place(s, new Around(loop, around.handler(), around.procedure())));
        }
    }

    /** The statements that one holds. */
    static List<Statement> held(Statement statement) {
        return switch (statement) {
            case Statement.If i ->
                i.otherwise().map(otherwise -> List.of(i.then(), otherwise)).orElse(List.of(i.then()));
            case Statement.While w -> List.of(w.body());
            case Statement.Block b -> b.statements();
            case Statement.TryCatch t ->
                Stream.concat(t.attempted().stream(), t.caught().stream()).toList();
            default -> List.of();
        };
    }

    private void declare(Statement statement) {
        if (statement instanceof Statement.Declare d) {
            d.declarations().forEach(v -> variables.declare(v.name(), TypeNames.declared(v.type()), v.line()));
        }
        if (statement instanceof TableStatement.DeclareTable d) {
            int id = turn.server().numbers().next(true);
            variables.declare(
                    new TableMaker(catalog, d.variable(), d.elements())
                            .make(id, "dbo", turn.scene().now()),
                    d.line());
        }
        held(statement).forEach(this::declare);
    }

    private void bind(Statement statement) {
        switch (statement) {
            case Statement.Select s -> attempt(s, () -> Queries.bind(s.query(), catalog, variables));
            case Statement.If i -> attempt(i, () -> Queries.bind(i.condition(), catalog, variables));
            case Statement.While w -> attempt(w, () -> Queries.bind(w.condition(), catalog, variables));
            case CursorStatement.DeclareCursor c -> attempt(c, () -> Queries.bind(c.query(), catalog, variables));
            case TableStatement t -> attempt(t, () -> TableRun.check(t, turn));
            default -> operands(statement).forEach(e -> attempt(statement, () -> Queries.bind(e, catalog, variables)));
        }
        held(statement).forEach(this::bind);
    }

    /** The scalar expressions of a statement; a variable that is set stands for itself, so that it must be there. */
    private static List<Expression> operands(Statement statement) {
        return switch (statement) {
            case Statement.SetVariable s -> List.of(new Expression.Variable(s.line(), s.name()), s.value());
            case CursorStatement.Fetch f ->
                f.into().stream()
                        .<Expression>map(v -> new Expression.Variable(f.line(), v))
                        .toList();
            case Statement.Return r -> r.value().stream().toList();
            case Statement.Print p -> List.of(p.text());
            case Statement.Declare d ->
                d.declarations().stream().flatMap(v -> v.value().stream()).toList();
            case Statement.Raise r ->
                Stream.concat(Stream.of(r.message(), r.severity(), r.state()), r.arguments().stream())
                        .toList();
            case Statement.Throw t ->
                t.thrown().stream()
                        .flatMap(p -> Stream.of(p.number(), p.message(), p.state()))
                        .toList();
            case Statement.WaitFor w -> List.of(w.time());
            case Statement.ExecuteText t -> List.of(t.text());
            case AccessStatement.ExecuteAs e -> e.name().stream().toList();
            case AccessStatement.Revert r -> r.cookie().stream().toList();
            case AccessStatement.SetUser s -> s.name().stream().toList();
            case Statement.Execute e -> arguments(e);
            case Statement.Backup b ->
                Stream.concat(Stream.of(b.database()), b.devices().stream().map(ServerStatement.Device::name))
                        .toList();
            case ServerStatement.Restore r ->
                Stream.concat(r.database().stream(), r.devices().stream().map(ServerStatement.Device::name))
                        .toList();
            case ServerStatement.Dbcc d -> d.arguments();
            default -> List.of();
        };
    }

    private static List<Expression> arguments(Statement.Execute execute) {
        Stream<Expression> returned =
                execute.returnVariable().stream().map(v -> new Expression.Variable(execute.line(), v));
        return Stream.concat(
                        returned,
                        execute.arguments().stream()
                                .map(Statement.Argument::value)
                                .filter(value -> !(value instanceof Expression.ColumnName)))
                .toList();
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
