package keyturn.practice.server;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * {@code sp_readerrorlog number, kind, text, text} and {@code xp_readerrorlog}, which also takes two instants and an
 * order. Kind 2, the agent's log, is empty here.
 */
record ErrorLogProcedure(Turn turn, Given given) {

    private static final List<Column> COLUMNS = List.of(
            new Column("LogDate", SqlType.DATETIME, true),
            new Column("ProcessInfo", SqlType.nvarchar(50), true),
            new Column("Text", SqlType.nvarchar(4000), true));

    private static final List<Column> LISTED = List.of(
            new Column("Archive #", SqlType.INT, true),
            new Column("Date", SqlType.nvarchar(128), true),
            new Column("Log File Size (Byte)", SqlType.INT, true));
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("MM/dd/yyyy  HH:mm", Locale.ROOT);

    /** Which logs there are, each with the instant of its last line; of the agent none. */
    int list(boolean procedure) {
        demand(procedure, "xp_enumerrorlogs");
        boolean engine = given.number(0, "@p1").orElse(1) == 1;
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int number = 0;
                engine && number <= turn.instance().history().archive().size();
                number++) {
            List<LogLine> log = turn.instance().history().log(number);
            LocalDateTime last = log.isEmpty()
                    ? turn.instance().identity().startedAt()
                    : log.getLast().at();
            int size = log.stream().mapToInt(l -> 2 * l.text().length() + 80).sum();
            rows.add(new @Nullable Object[] {number, WRITTEN.format(last), size});
        }
        turn.result(LISTED, rows);
        return 0;
    }

    int run(boolean procedure) {
        demand(procedure, "xp_readerrorlog");
        boolean engine = given.number(1, "@p2").orElse(1) == 1;
        List<LogLine> log =
                engine ? turn.instance().history().log(given.number(0, "@p1").orElse(0)) : List.of();
        Comparator<LogLine> order = Comparator.comparing(LogLine::at);
        boolean descending =
                given.text(6, "@p7").filter("desc"::equalsIgnoreCase).isPresent();
        Stream<LogLine> found = log.stream().filter(this::wanted);
        List<@Nullable Object[]> rows = (descending ? found.sorted(order.reversed()) : found)
                .map(l -> new @Nullable Object[] {l.at(), l.source(), l.text()})
                .toList();
        turn.result(COLUMNS, rows);
        return 0;
    }

    /** SQL Server 2022 has a permission for it; before, the procedure asks for a role. */
    private void demand(boolean procedure, String extended) {
        var rights = turn.scene().rights();
        boolean since2022 = turn.instance().identity().version().year() >= 2022;
        if (rights.has("CONTROL SERVER") || (since2022 && rights.has("VIEW ANY ERROR LOG"))) {
            return;
        }
        throw procedure && !since2022
                ? Messages.error(15003, 1, "securityadmin")
                : Messages.error(229, 5, "EXECUTE", extended, "mssqlsystemresource", "sys");
    }

    private boolean wanted(LogLine line) {
        String text = line.text().toLowerCase(Locale.ROOT);
        return Stream.of(given.text(2, "@p3"), given.text(3, "@p4"))
                        .flatMap(Optional::stream)
                        .allMatch(t -> text.contains(t.toLowerCase(Locale.ROOT)))
                && instant(4, "@p5").map(from -> !line.at().isBefore(from)).orElse(true)
                && instant(5, "@p6").map(to -> !line.at().isAfter(to)).orElse(true);
    }

    private Optional<LocalDateTime> instant(int place, String name) {
        return given.text(place, name)
                .map(t -> Conversions.convert(t.replace('T', ' '), SqlType.nvarchar(50), SqlType.datetime2(7)))
                .filter(LocalDateTime.class::isInstance)
                .map(LocalDateTime.class::cast);
    }
}
