package keyturn.practice.server;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.views.Entrance;
import keyturn.practice.server.views.Rights;
import keyturn.practice.server.views.SessionFacts;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.ServerStatement;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** DBCC of the kinds that a DBA uses beside keys. */
record DbccStatement(Turn turn, ServerStatement.Dbcc dbcc) {

    private static final int VLFS = 4;

    void run() {
        switch (dbcc.command()) {
            case "CHECKDB" -> new CheckDatabase(turn, dbcc).run();
            case "TRACEON" -> trace(true);
            case "TRACEOFF" -> trace(false);
            case "TRACESTATUS" -> traceStatus();
            case "INPUTBUFFER" -> inputBuffer();
            case "OPENTRAN" -> openTransactions();
            case "SQLPERF" -> logSpace();
            case "LOGINFO" -> logInfo();
            case "FREEPROCCACHE", "FREESYSTEMCACHE", "FREESESSIONCACHE" -> demandServer("ALTER SERVER STATE");
            case "DROPCLEANBUFFERS" -> demandServer(Rights.CONTROL_SERVER);
            default -> throw Messages.error(2526, 3);
        }
        if (!dbcc.options().contains("NO_INFOMSGS")) {
            turn.info(2528);
        }
    }

    private void demandServer(String permission) {
        if (!turn.scene().rights().has(permission)) {
            throw Messages.error(2571, 3, turn.scene().login().name(), dbcc.command());
        }
    }

    private List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (Expression argument : dbcc.arguments()) {
            if (!(turn.value(argument, SqlType.INT) instanceof Integer number)) {
                throw Messages.error(2526, 3);
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** With -1 among the flags they are everybody's. */
    private void trace(boolean on) {
        demandServer(Rights.CONTROL_SERVER);
        List<Integer> flags = numbers();
        Set<Integer> where =
                flags.contains(-1) ? turn.server().traceFlags() : turn.state().traceFlags();
        List<Integer> real = flags.stream().filter(f -> f > 0).toList();
        if (on) {
            where.addAll(real);
        } else {
            where.removeAll(real);
        }
        if (on && flags.contains(-1) && real.contains(Scans.PAUSING_FLAG)) {
            turn.change(i -> Scans.aborted(i, turn.scene().now()));
        }
        if (!real.isEmpty() && flags.contains(-1)) {
            log("DBCC " + dbcc.command() + " " + real.getFirst() + ", server process ID (SPID) "
                    + turn.scene().session().spid()
                    + ". This is an informational message only; no user action is required.");
        }
    }

    private void log(String text) {
        turn.change(i -> i.logged(List.of(
                new LogLine(turn.scene().now(), "spid" + turn.scene().session().spid(), text))));
    }

    private void traceStatus() {
        List<Integer> asked = numbers();
        Set<Integer> global = turn.server().traceFlags();
        Set<Integer> own = turn.state().traceFlags();
        Set<Integer> named = new TreeSet<>(asked.stream().filter(f -> f > 0).toList());
        Set<Integer> shown = new TreeSet<>(named);
        if (named.isEmpty()) {
            shown.addAll(global);
            if (!asked.contains(-1)) {
                shown.addAll(own);
            }
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int flag : shown) {
            int all = global.contains(flag) ? 1 : 0;
            int mine = own.contains(flag) ? 1 : 0;
            rows.add(new @Nullable Object[] {flag, all | mine, all, mine});
        }
        turn.result(
                List.of(
                        new Column("TraceFlag", SqlType.SMALLINT, true),
                        new Column("Status", SqlType.SMALLINT, true),
                        new Column("Global", SqlType.SMALLINT, true),
                        new Column("Session", SqlType.SMALLINT, true)),
                rows);
    }

    private void inputBuffer() {
        List<Integer> numbers = numbers();
        if (numbers.isEmpty()) {
            throw Messages.error(2526, 3);
        }
        int spid = numbers.getFirst();
        if (spid != turn.scene().session().spid()) {
            demandServer("VIEW SERVER STATE");
        }
        Optional<SessionFacts> session =
                turn.scene().sessions().stream().filter(s -> s.spid() == spid).findFirst();
        if (session.isEmpty()) {
            throw Messages.error(7955, 2, spid);
        }
        turn.result(
                List.of(
                        new Column("EventType", SqlType.nvarchar(14), true),
                        new Column("Parameters", SqlType.SMALLINT, true),
                        new Column("EventInfo", SqlType.nvarchar(4000), true)),
                List.<@Nullable Object[]>of(new @Nullable Object[] {
                    session.get().user() ? "Language Event" : "No Event",
                    0,
                    turn.server().lastText(spid)
                }));
    }

    private void openTransactions() {
        Database database = named().orElse(turn.scene().database());
        demandOwner(database);
        Optional<SessionFacts> oldest = turn.scene().sessions().stream()
                .filter(s -> s.transactions() > 0 && s.databaseId() == database.id())
                .findFirst();
        if (oldest.isEmpty()) {
            turn.info(7969);
            return;
        }
        turn.info(7968, database.name());
        turn.info(7970, "");
        turn.info(7971, "    ", oldest.get().spid(), "");
    }

    /** The database of the first argument, by name or number. */
    Optional<Database> named() {
        if (dbcc.arguments().isEmpty()) {
            return Optional.empty();
        }
        Expression first = dbcc.arguments().getFirst();
        String name = turn.text(first);
        if (name.equals("0")) {
            return Optional.empty();
        }
        Optional<Database> found = turn.instance().database(name);
        if (found.isEmpty() && name.matches("\\d{1,9}")) {
            found = turn.instance().database(Integer.parseInt(name));
        }
        Database database = found.orElseThrow(() -> Messages.error(2520, 5, name));
        return Optional.of(Entrance.open(turn.scene(), database.name()));
    }

    private void demandOwner(Database database) {
        if (!turn.scene().holds(Securable.of(database), "CONTROL")) {
            throw Messages.error(2571, 3, turn.scene().login().name(), dbcc.command());
        }
    }

    private void logSpace() {
        String what =
                dbcc.arguments().isEmpty() ? "" : turn.text(dbcc.arguments().getFirst());
        if (what.toLowerCase(Locale.ROOT).startsWith("sys.dm_os_")) {
            demandServer("ALTER SERVER STATE");
            return;
        }
        if (!what.equalsIgnoreCase("LOGSPACE")) {
            throw Messages.error(2526, 3);
        }
        demandServer("VIEW SERVER STATE");
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Database database : turn.instance().databases()) {
            if (database.online()) {
                float size = database.logFile().pages() / 128.0f;
                rows.add(new @Nullable Object[] {database.name(), size, 12.5f, 0});
            }
        }
        turn.result(
                List.of(
                        new Column("Database Name", SqlType.nvarchar(128), true),
                        new Column("Log Size (MB)", SqlType.REAL, true),
                        new Column("Log Space Used (%)", SqlType.REAL, true),
                        new Column("Status", SqlType.INT, true)),
                rows);
    }

    private void logInfo() {
        Database database = named().orElse(turn.scene().database());
        demandOwner(database);
        long size = database.logFile().pages() * 8192L / VLFS;
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < VLFS; i++) {
            rows.add(new @Nullable Object[] {
                0,
                database.logFile().id(),
                size,
                8192 + i * size,
                i == 0 ? 34 : 0,
                i == 0 ? 2 : 0,
                i == 0 ? 64 : 0,
                BigDecimal.ZERO
            });
        }
        turn.result(
                List.of(
                        new Column("RecoveryUnitId", SqlType.INT, true),
                        new Column("FileId", SqlType.INT, true),
                        new Column("FileSize", SqlType.BIGINT, true),
                        new Column("StartOffset", SqlType.BIGINT, true),
                        new Column("FSeqNo", SqlType.INT, true),
                        new Column("Status", SqlType.INT, true),
                        new Column("Parity", SqlType.TINYINT, true),
                        new Column("CreateLSN", SqlType.decimal(25, 0), true)),
                rows);
    }
}
