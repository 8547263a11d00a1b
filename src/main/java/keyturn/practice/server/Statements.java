package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.views.Entrance;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.query.BoundQuery;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.syntax.AccessStatement;
import keyturn.practice.tsql.syntax.CursorStatement;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.JumpStatement;
import keyturn.practice.tsql.syntax.KeyStatement;
import keyturn.practice.tsql.syntax.ModuleStatement;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.syntax.ServerStatement;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.syntax.TableStatement;
import keyturn.practice.tsql.types.SqlType;

/** What each statement does that neither holds others nor calls a procedure. */
final class Statements {

    private Statements() {}

    static void run(Statement statement, Turn turn) {
        switch (statement) {
            case Statement.Select s -> select(s.query(), turn);
            case Statement.Use u -> use(u, turn);
            case Statement.SetOption o ->
                ended(turn, () -> turn.state().options(turn.state().options().with(o.option(), o.value())));
            case Statement.SetVariable s -> assigned(turn, 1, () -> assign(s.name(), s.value(), turn));
            case Statement.Declare d -> declare(d, turn);
            case Statement.Print p -> print(p, turn);
            case Statement.Transaction t ->
                ended(turn, () -> Transactions.run(t.verb(), t.name().orElse(""), turn));
            case Statement.Reconfigure r -> ended(turn, () -> Configuration.reconfigure(turn));
            case Statement.CreateProvider c -> ended(turn, () -> new ProviderStatements(turn).create(c));
            case Statement.AlterProviderFile a -> ended(turn, () -> new ProviderStatements(turn).alter(a));
            case Statement.AlterProviderState a -> ended(turn, () -> new ProviderStatements(turn).alter(a));
            case Statement.DropProvider d -> ended(turn, () -> new ProviderStatements(turn).drop(d));
            case AccessStatement s -> throw led(s);
            case ServerStatement s -> ended(turn, () -> new ServerStatements(turn).run(s));
            case Statement.AlterDatabase a -> ended(turn, () -> new DatabaseStatement(turn, a).run());
            case Statement.Backup b -> ended(turn, () -> new BackupStatement(turn, b).run());
            case KeyStatement k -> ended(turn, () -> new KeyStatements(turn).run(k));
            case Statement.WaitFor w -> Waiting.run(w, turn);
            case Statement.If s -> throw led(s);
            case Statement.While s -> throw led(s);
            case Statement.Block s -> throw led(s);
            case Statement.TryCatch s -> throw led(s);
            case Statement.Jump s -> throw led(s);
            case Statement.Return s -> throw led(s);
            case Statement.Raise s -> throw led(s);
            case Statement.Throw s -> throw led(s);
            case Statement.Execute s -> throw led(s);
            case Statement.ExecuteText s -> throw led(s);
            case TableStatement s -> throw led(s);
            case CursorStatement s -> throw led(s);
            case JumpStatement s -> throw led(s);
            case ModuleStatement s -> throw led(s);
        }
    }

    private static IllegalArgumentException led(Statement statement) {
        return new IllegalArgumentException(statement.getClass().getSimpleName() + " leads elsewhere");
    }

    private static void assigned(Turn turn, long rows, Runnable work) {
        work.run();
        turn.state().ended(0, rows);
        turn.done();
    }

    private static void ended(Turn turn, Runnable work) {
        work.run();
        turn.state().ended(0, 0);
        turn.done();
    }

    private static void select(Query query, Turn turn) {
        BoundQuery bound = Queries.bind(query, turn.catalog(), turn.variables());
        if (turn.state().options().implicit() && turn.state().transactions() == 0 && reads(query)) {
            Transactions.begin(turn);
        }
        Optional<List<String>> into = SelectInto.name(query);
        if (into.isPresent()) {
            new SelectInto(turn, query, into.get()).run();
            return;
        }
        if (bound.assigns()) {
            assign(bound, turn);
            return;
        }
        turn.reply()
                .columns(bound.columns().stream()
                        .map(c -> new Backend.ResultColumn(c.name(), c.type(), c.nullable()))
                        .toList());
        long rows = turn.state().options().formatOnly() ? 0 : rows(bound, turn);
        turn.state().ended(0, rows);
        turn.reply()
                .done(
                        turn.state().options().noCount() ? Optional.empty() : Optional.of(rows),
                        Backend.StatementKind.SELECT);
    }

    private static void assign(BoundQuery bound, Turn turn) {
        long rows = bound.run(values -> {}, turn.cancel()::requested);
        assigned(turn, rows, () -> {});
    }

    /** Sends the rows, as many as SET ROWCOUNT lets through. */
    private static long rows(BoundQuery bound, Turn turn) {
        long limit = turn.state().options().rowLimit() == 0
                ? Long.MAX_VALUE
                : turn.state().options().rowLimit();
        long[] count = {0};
        try {
            bound.run(
                    values -> {
                        if (count[0] < limit) {
                            count[0]++;
                            turn.reply().row(values);
                        }
                    },
                    () -> turn.cancel().requested() || count[0] >= limit);
        } catch (CancellationException e) {
            if (turn.cancel().requested()) {
                throw e;
            }
        }
        return count[0];
    }

    private static boolean reads(Query query) {
        return !(query.body() instanceof Query.Select select) || !select.from().isEmpty();
    }

    private static void use(Statement.Use use, Turn turn) {
        Database database = Entrance.open(turn.scene(), use.database());
        String before = turn.state().database();
        turn.state().database(database.name());
        turn.reply().database(database.name(), before);
        turn.state().ended(0, 0);
        turn.done();
    }

    private static void assign(String name, Expression value, Turn turn) {
        turn.variables().type(name).ifPresent(type -> turn.variables().assign(name, turn.value(value, type)));
    }

    private static void declare(Statement.Declare declare, Turn turn) {
        List<Statement.Declaration> declarations = declare.declarations();
        boolean valued = declarations.stream().anyMatch(d -> d.value().isPresent());
        long rows = valued ? 1 : turn.state().rowcount();
        assigned(
                turn,
                rows,
                () -> declarations.forEach(d -> d.value().ifPresent(value -> assign(d.name(), value, turn))));
    }

    private static void print(Statement.Print print, Turn turn) {
        Object value = turn.value(print.text(), SqlType.nvarchar(4000));
        String text = value instanceof String s ? s : " ";
        turn.reply().info(new Backend.ServerMessage(0, 0, 1, text, "", turn.line()));
        turn.state().ended(0, 0);
        turn.done();
    }
}
