package keyturn.practice.server;

import java.util.Optional;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Rows;
import keyturn.practice.server.state.Table;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.query.BoundChange;
import keyturn.practice.tsql.query.Changes;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.syntax.TableStatement;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;

/** Runs the statements that make, drop, change and fill tables. */
record TableRun(Interpreter interpreter, Turn turn) {

    Flow run(TableStatement statement) {
        if (turn.state().options().implicit() && turn.state().transactions() == 0 && begins(statement)) {
            Transactions.begin(turn);
        }
        switch (statement) {
            case TableStatement.Insert i -> new InsertRun(interpreter, turn, i).run();
            case TableStatement.Update u -> update(u);
            case TableStatement.Delete d -> delete(d);
            case TableStatement.Merge m -> new MergeRun(turn, m).run();
            case TableStatement.Truncate t -> ended(fresh -> truncate(t, fresh));
            case TableStatement.IdentityInsert i -> ended(fresh -> identityInsert(i, fresh));
            case TableStatement.DeclareTable d -> {
                turn.state().ended(0, turn.state().rowcount());
                turn.done();
            }
            case TableStatement.Create c -> ended(fresh -> new TableDefinitions(fresh).create(c));
            case TableStatement.Drop d -> ended(fresh -> new TableDefinitions(fresh).drop(d));
            case TableStatement.Add a -> ended(fresh -> new TableDefinitions(fresh).add(a));
            case TableStatement.AlterColumn a -> ended(fresh -> new TableDefinitions(fresh).alter(a));
            case TableStatement.Remove r -> ended(fresh -> new TableDefinitions(fresh).remove(r));
            case TableStatement.CreateIndex c -> ended(fresh -> new IndexDefinitions(fresh).create(c));
            case TableStatement.DropIndex d -> ended(fresh -> new IndexDefinitions(fresh).drop(d));
        }
        return Flow.NEXT;
    }

    private static boolean begins(TableStatement statement) {
        return !(statement instanceof TableStatement.DeclareTable
                || statement instanceof TableStatement.IdentityInsert);
    }

    private void ended(java.util.function.Consumer<Turn> work) {
        new TableLock(turn).around(work);
        turn.state().ended(0, 0);
        turn.done();
    }

    /** The table that a statement changes. */
    static TablePlaces.Found target(TablePlaces places, Query.Source target, Turn turn) {
        return places.find(target).orElseThrow(() -> missing(target, turn));
    }

    private static keyturn.practice.tsql.SqlError missing(Query.Source target, Turn turn) {
        return switch (target) {
            case Query.VariableTable variable ->
                Messages.error(1087, 2, variable.name()).onLine(variable.line());
            case Query.Table table ->
                (turn.catalog().relation(table.name()).isPresent()
                                ? Messages.error(259, 1)
                                : Messages.error(208, 1, String.join(".", table.name())))
                        .onLine(table.line());
            default -> Messages.error(208, 1, "");
        };
    }

    static long top(Optional<Query.Top> top, Turn turn) {
        return top.map(t -> turn.value(t.count(), SqlType.BIGINT))
                .map(v -> v instanceof Long number ? number : 0L)
                .orElse(Long.MAX_VALUE);
    }

    private void update(TableStatement.Update update) {
        Query.Source target = Changes.target(update.target(), update.from(), update.ctes());
        new TableLock(turn).around(target, fresh -> {
            TablePlaces places = new TablePlaces(fresh);
            TablePlaces.Found found = target(places, target, fresh);
            ChangeRun.demandWritable(update.sets(), found.table());
            BoundChange change = Changes.bind(update, found.table().relation(), fresh.catalog(), fresh.variables());
            new ChangeRun(fresh, places, found, "UPDATE").run(change, update.output(), Backend.StatementKind.UPDATE);
        });
    }

    private void delete(TableStatement.Delete delete) {
        Query.Source target = Changes.target(delete.target(), delete.from(), delete.ctes());
        new TableLock(turn).around(target, fresh -> {
            TablePlaces places = new TablePlaces(fresh);
            TablePlaces.Found found = target(places, target, fresh);
            BoundChange change = Changes.bind(delete, found.table().relation(), fresh.catalog(), fresh.variables());
            new ChangeRun(fresh, places, found, "DELETE").run(change, delete.output(), Backend.StatementKind.DELETE);
        });
    }

    private static void truncate(TableStatement.Truncate truncate, Turn fresh) {
        TablePlaces places = new TablePlaces(fresh);
        TablePlaces.Found found = places.find(truncate.name())
                .orElseThrow(() -> Messages.error(4701, 1, truncate.name().getLast()));
        places.replace(found, found.table().with(Rows.NONE).counted(Optional.empty()));
    }

    private static void identityInsert(TableStatement.IdentityInsert set, Turn fresh) {
        TablePlaces.Found found = new TablePlaces(fresh)
                .find(set.name())
                .orElseThrow(() -> Messages.error(1088, 11, String.join(".", set.name())));
        Table table = found.table();
        if (table.identity().isEmpty()) {
            throw Messages.error(8106, 1, table.name());
        }
        Scopes scopes = fresh.state().scopes();
        int now = scopes.identityInsert();
        if (set.on() && now != 0 && now != table.id()) {
            throw Messages.error(8107, 1, "", "", "", table.name());
        }
        if (set.on()) {
            scopes.identityInsert(table.id());
        } else if (now == table.id()) {
            scopes.identityInsert(0);
        }
    }

    /** Binds what can be bound before anything runs; a table that is not there yet is left to its time. */
    static void check(TableStatement statement, Turn turn) {
        TablePlaces places = new TablePlaces(turn);
        switch (statement) {
            case TableStatement.Insert i ->
                places.find(i.target()).ifPresent(f -> {
                    boolean explicit = i.columns().stream()
                            .anyMatch(c -> f.table()
                                    .identity()
                                    .filter(t -> Prevailing.here().same(t.name(), c))
                                    .isPresent());
                    InsertPlan.of(i, f.table(), explicit, turn.catalog(), turn.variables());
                    OutputRun.of(i.output(), f.table(), turn);
                });
            case TableStatement.Update u ->
                places.find(Changes.target(u.target(), u.from(), u.ctes()))
                        .ifPresent(f -> Changes.bind(u, f.table().relation(), turn.catalog(), turn.variables()));
            case TableStatement.Delete d ->
                places.find(Changes.target(d.target(), d.from(), d.ctes()))
                        .ifPresent(f -> Changes.bind(d, f.table().relation(), turn.catalog(), turn.variables()));
            case TableStatement.Merge m -> new MergeRun(turn, m).check();
            default -> {}
        }
    }
}
