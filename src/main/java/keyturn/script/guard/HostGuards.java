package keyturn.script.guard;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.plan.fact.Condition;
import keyturn.script.TSql;

/** Whether SQL Server has been started another time, in T-SQL; of the rest on the host, no view tells anything. */
final class HostGuards {

    /** As precise as datetime is. */
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private HostGuards() {}

    static Asked of(Condition.OfHost condition) {
        return switch (condition) {
            case Condition.HostTold told -> new Asked.Elsewhere(told.place());
            case Condition.StartNotFailing not -> new Asked.InTSql("NOT " + RestartBatch.fails(), Optional.empty());
            case Condition.FileThere there -> new Asked.Elsewhere(there.place());
            case Condition.StartedAnew anew -> anew(anew);
        };
    }

    /** What it is about, as a noun. */
    static Message words(Condition.OfHost condition) {
        return switch (condition) {
            case Condition.HostTold told -> Message.of("script.guard.host");
            case Condition.StartNotFailing not -> Message.of("script.guard.startFails");
            case Condition.FileThere there -> Message.of("script.guard.file", there.file());
            case Condition.StartedAnew anew -> Message.of("script.guard.startedAnew", WRITTEN.format(anew.was()));
        };
    }

    /** While a database recovers nobody knows yet whether it opens. */
    private static Asked anew(Condition.StartedAnew anew) {
        String another =
                "EXISTS (SELECT 1 FROM sys.dm_os_sys_info AS i WHERE i.sqlserver_start_time <> CONVERT(datetime, N'"
                        + WRITTEN.format(anew.was()) + "', 126) AND @@SERVERNAME = "
                        + TSql.literal(anew.node().value()) + ")";
        if (anew.databases().isEmpty()) {
            return new Asked.InTSql(another, Optional.of("NOT " + another));
        }
        return new Asked.InTSql(
                "(" + another + " AND NOT " + state(anew.databases(), "<> 0") + ")",
                Optional.of("(NOT " + another + " OR " + state(anew.databases(), "= 2") + ")"));
    }

    /** {@code sys.databases.state}: 0 online, 2 recovering. */
    static String state(List<DatabaseName> databases, String is) {
        return """
                EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state %s
                            AND d.name IN (%s))""".formatted(
                is,
                GuardFact.literals(databases.stream().map(DatabaseName::value).toList(), "", ""));
    }
}
