package keyturn.script.guard;

import keyturn.domain.Message;
import keyturn.script.TSql;

/**
 * What SQL Server itself knows against a restart, database by database. It can say no and never yes: whether the vault would open the
 * key, no view tells.
 */
final class RestartBatch {

    /** A disabled provider or key login, no provider at all, and key management that is off from the next start on. */
    private static final String AGAINST = """
            ISNULL(p.is_enabled, 0) = 0 OR s.is_disabled = 1 OR EXISTS (SELECT 1 FROM sys.configurations AS g
                    WHERE g.name = N'EKM provider enabled' AND CONVERT(int, g.value) = 0)""";

    private static final String WAY = """
            FROM sys.dm_database_encryption_keys AS k
            JOIN sys.databases AS d ON d.database_id = k.database_id
            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
            LEFT JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            LEFT JOIN sys.server_principals AS s ON s.type = 'K' AND %s
            WHERE k.database_id > 4 AND k.encryptor_type = N'ASYMMETRIC KEY'""".formatted(KeyLoginGuards.shown("s", "a"));

    private RestartBatch() {}

    static String rows() {
        return "SELECT d.name AS in_database, CASE WHEN " + AGAINST
                + "\n        THEN N'NotMet' ELSE N'CannotTell' END AS restart_opens, a.name AS asymmetric_key,"
                + "\n    p.name AS provider, p.is_enabled AS provider_enabled, s.name AS key_login,"
                + " s.is_disabled AS login_disabled\n" + WAY + "\nORDER BY d.name;\nPRINT "
                + TSql.literal(Message.of("script.verify.restart").text()) + ";";
    }

    /** True where a restart is known to fail. */
    static String fails() {
        return "EXISTS (SELECT 1 " + WAY + " AND (" + AGAINST + "))";
    }
}
