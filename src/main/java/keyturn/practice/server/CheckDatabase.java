package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Openness;
import keyturn.practice.server.state.Securable;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.ServerStatement;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * DBCC CHECKDB. It looks at a snapshot that it makes, which unwraps the key of an encrypted database: what stands in the
 * way of that ends the check.
 */
record CheckDatabase(Turn turn, ServerStatement.Dbcc dbcc) {

    private static final Set<String> REPAIRS = Set.of("REPAIR_ALLOW_DATA_LOSS", "REPAIR_FAST", "REPAIR_REBUILD");

    void run() {
        Database database =
                new DbccStatement(turn, dbcc).named().orElse(turn.scene().database());
        if (!turn.scene().holds(Securable.of(database), "CONTROL")) {
            throw Messages.error(7983, 36, turn.scene().login().name(), "CHECKDB", database.name());
        }
        demandRepairable(database);
        KeyUse.of(turn).refusal(database, false).ifPresent(this::refuse);
        if (dbcc.options().contains("TABLERESULTS")) {
            table(database);
        } else if (!dbcc.options().contains("NO_INFOMSGS")) {
            turn.info(2536, database.name());
            turn.info(8989, 0, 0, database.name());
        }
        log(database);
    }

    private void demandRepairable(Database database) {
        String second =
                dbcc.arguments().size() < 2 ? "" : turn.text(dbcc.arguments().get(1));
        String option = second.toUpperCase(Locale.ROOT);
        if (!second.isEmpty() && !option.equals("NOINDEX") && !REPAIRS.contains(option)) {
            throw Messages.error(2526, 3);
        }
        boolean alone = database.openness().access() == Openness.Access.SINGLE_USER;
        if (REPAIRS.contains(option) && !alone) {
            throw Messages.error(7919, 3);
        }
    }

    private void refuse(SqlError refusal) {
        turn.error(refusal);
        turn.error(Messages.error(1823, 2));
        turn.error(Messages.error(5030, 12));
        throw Messages.error(7926, 1);
    }

    private void table(Database database) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (!dbcc.options().contains("NO_INFOMSGS")) {
            rows.add(row(2536, Messages.text(2536, database.name()), database));
            rows.add(row(8989, Messages.text(8989, 0, 0, database.name()), database));
        }
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("Error", "Level", "State")) {
            columns.add(new Column(name, SqlType.INT, true));
        }
        columns.add(new Column("MessageText", SqlType.nvarchar(2048), true));
        columns.add(new Column("RepairLevel", SqlType.nvarchar(22), true));
        for (String name : List.of(
                "Status",
                "DbId",
                "DbFragId",
                "ObjectId",
                "IndexId",
                "PartitionId",
                "AllocUnitId",
                "RidDbId",
                "RidPruId",
                "File",
                "Page",
                "Slot",
                "RefDbId",
                "RefPruId",
                "RefFile",
                "RefPage",
                "RefSlot",
                "Allocation")) {
            boolean large = name.equals("PartitionId") || name.equals("AllocUnitId");
            columns.add(new Column(name, large ? SqlType.BIGINT : SqlType.INT, true));
        }
        turn.result(columns, rows);
    }

    private static @Nullable Object[] row(int number, String text, Database database) {
        @Nullable Object[] row = new @Nullable Object[23];
        row[0] = number;
        row[1] = 10;
        row[2] = 1;
        row[3] = text;
        row[5] = 0;
        row[6] = database.id();
        return row;
    }

    private void log(Database database) {
        String text = "DBCC CHECKDB (" + database.name() + ") executed by "
                + turn.scene().login().name()
                + " found 0 errors and repaired 0 errors. Elapsed time: 0 hours 0 minutes 1 seconds.";
        turn.change(i -> i.logged(List.of(
                new LogLine(turn.scene().now(), "spid" + turn.scene().session().spid(), text))));
    }
}
