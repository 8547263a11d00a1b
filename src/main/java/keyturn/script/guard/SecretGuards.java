package keyturn.script.guard;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.CredentialName;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.plan.fact.Condition;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;
import keyturn.script.TSql;

/** Whether credentials were altered, and whether SQL Server has been started since, in T-SQL. */
final class SecretGuards {

    /** As precise as datetime is. */
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private SecretGuards() {}

    static Asked of(Condition.OfSecret condition) {
        return switch (condition) {
            case Condition.SecretReplaced replaced -> replaced(replaced);
            case Condition.StartedSince started -> started(started);
        };
    }

    /** When it was altered last, as people read it: in style 121. */
    static String altered(CredentialName credential) {
        return """
            (SELECT CONVERT(nvarchar(30), c.modify_date, 121)
                FROM sys.credentials AS c WHERE c.name = %s)""".formatted(TSql.literal(credential.value()));
    }

    /** Nobody has altered it since then. */
    static GuardFact unaltered(NodeName node, CredentialName credential, LocalDateTime since) {
        return GuardFact.of(
                new FactKey.OfAlteration(node, credential),
                new FactValue.Text(SHOWN.format(since)),
                altered(credential));
    }

    /** What it is about, as a noun. */
    static Message words(Condition.OfSecret condition) {
        return switch (condition) {
            case Condition.SecretReplaced replaced -> Message.of("script.guard.replaced", replaced.credential());
            case Condition.StartedSince started ->
                Message.of(
                        "script.guard.started",
                        started.credentials().stream()
                                .map(CredentialName::value)
                                .collect(Collectors.joining(", ")));
        };
    }

    private static Asked replaced(Condition.SecretReplaced replaced) {
        return replaced.since()
                .<Asked>map(since -> new Asked.InTSql(another(replaced.credential(), since), Optional.empty()))
                .orElseGet(() -> new Asked.Elsewhere(replaced.place()));
    }

    private static String another(CredentialName credential, LocalDateTime since) {
        return """
                EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.name = %s
                            AND c.modify_date <> CONVERT(datetime, N'%s', 126))""".formatted(TSql.literal(credential.value()), WRITTEN.format(since));
    }

    /** While a database recovers nobody knows yet whether it opens. */
    private static Asked started(Condition.StartedSince started) {
        String pending = pending(started);
        if (started.databases().isEmpty()) {
            return new Asked.InTSql("NOT " + pending, Optional.of(pending));
        }
        return new Asked.InTSql(
                "(NOT " + pending + " AND NOT " + HostGuards.state(started.databases(), "<> 0") + ")",
                Optional.of("(" + pending + " OR " + HostGuards.state(started.databases(), "= 2") + ")"));
    }

    /** True while one of them was altered after the start. */
    static String pending(Condition.StartedSince started) {
        return """
                EXISTS (SELECT 1 FROM sys.credentials AS c CROSS JOIN sys.dm_os_sys_info AS i
                            WHERE c.name IN (%s) AND c.modify_date >= i.sqlserver_start_time)""".formatted(GuardFact.literals(
                started.credentials().stream().map(CredentialName::value).toList(), "", ""));
    }
}
