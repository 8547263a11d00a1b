package keyturn.script.act;

import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.CredentialName;
import keyturn.plan.step.ReopenStep;
import keyturn.script.Script;
import keyturn.script.TSql;

/** The T-SQL of the steps by which SQL Server opens databases anew (documents: ALTER DATABASE SET options, sys.dm_os_sys_info). */
final class ReopenActs {

    private ReopenActs() {}

    static Script of(ReopenStep step) {
        return switch (step) {
            case ReopenStep.OpenDatabase open ->
                Script.of("ALTER DATABASE " + TSql.name(open.database().value()) + " SET ONLINE;");
            case ReopenStep.AwaitRestart await -> Script.of(start(await.credentials()));
            case ReopenStep.ReadStart read -> Script.of(start(read.credentials()));
        };
    }

    private static String start(List<CredentialName> credentials) {
        String names =
                credentials.stream().map(name -> TSql.literal(name.value())).collect(Collectors.joining(", "));
        return """
                SELECT i.sqlserver_start_time, c.name AS credential, c.modify_date
                FROM sys.credentials AS c
                CROSS JOIN sys.dm_os_sys_info AS i
                WHERE c.name IN (%s)
                ORDER BY c.name;""".formatted(names);
    }
}
