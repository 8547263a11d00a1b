package keyturn.practice.server;

import java.util.List;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Table;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.query.BoundChange;
import keyturn.practice.tsql.query.Changes;
import keyturn.practice.tsql.syntax.TableStatement;

/** MERGE: its target is looked over as INSERT and UPDATE would, then changed at once. */
record MergeRun(Turn turn, TableStatement.Merge merge) {

    void run() {
        new TableLock(turn).around(merge.target(), fresh -> {
            TablePlaces places = new TablePlaces(fresh);
            TablePlaces.Found found = TableRun.target(places, merge.target(), fresh);
            new ChangeRun(fresh, places, found, "MERGE")
                    .run(bound(fresh, found.table()), merge.output(), Backend.StatementKind.OTHER);
        });
    }

    /** Binds it where its target is there already. */
    void check() {
        new TablePlaces(turn).find(merge.target()).ifPresent(found -> bound(turn, found.table()));
    }

    private BoundChange bound(Turn now, Table table) {
        for (TableStatement.MergeClause clause : merge.clauses()) {
            if (clause.act() instanceof TableStatement.MergeUpdate update) {
                ChangeRun.demandWritable(update.sets(), table);
            }
        }
        boolean explicit = now.state().scopes().identityInsert() == table.id();
        return Changes.bind(merge, table.relation(), i -> columns(i, table, explicit), now.catalog(), now.variables());
    }

    /** @throws keyturn.practice.tsql.SqlError 109, 110 another number of values, and what INSERT raises of its columns */
    private static List<Integer> columns(TableStatement.MergeInsert insert, Table table, boolean explicit) {
        int values = insert.values().size();
        if (insert.columns().isEmpty()) {
            return values == 0 ? List.of() : InsertColumns.meant(table, values, 1);
        }
        List<Integer> written = InsertColumns.written(table, insert.columns(), explicit);
        if (written.size() != values) {
            throw Messages.error(values > written.size() ? 110 : 109, 1);
        }
        return written;
    }
}
