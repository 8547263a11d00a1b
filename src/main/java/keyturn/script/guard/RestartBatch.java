package keyturn.script.guard;

import keyturn.domain.Message;
import keyturn.script.TSql;

/**
 * What SQL Server itself knows against a restart, database by database. It can say no and never yes: whether the vault would open the
 * key, no view tells.
 */
final class RestartBatch {

    /** Without it the catalog shows less and does not say so: what is missing there says nothing. */
    private static final String SEES_ALL = """
            (HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION') = 1
                    OR HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY SECURITY DEFINITION') = 1)""";

    /** A credential for the provider, held by the login of the key, or by one of which no key is shown. */
    private static final String CREDENTIAL =
            """
            EXISTS (SELECT 1 FROM sys.server_principals AS l
                    JOIN sys.server_principal_credentials AS m ON m.principal_id = l.principal_id
                    JOIN sys.credentials AS c ON c.credential_id = m.credential_id
                    WHERE l.type = 'K' AND c.target_id = p.provider_id
                    AND (%s
                        OR NOT EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS b WHERE %s)))""".formatted(KeyLoginGuards.shown("l", "a"), KeyLoginGuards.shown("l", "b"));

    /**
     * A disabled provider or key login, key management that is off from the next start on; a key, provider, key login or
     * credential that is gone.
     */
    private static final String AGAINST = """
            p.is_enabled = 0 OR s.is_disabled = 1 OR EXISTS (SELECT 1 FROM sys.configurations AS g
                    WHERE g.name = N'EKM provider enabled' AND CONVERT(int, g.value) = 0)
                OR (%s AND (p.provider_id IS NULL OR NOT %s))""".formatted(SEES_ALL, CREDENTIAL);

    private static final String WAY = """
            FROM sys.dm_database_encryption_keys AS k
            JOIN sys.databases AS d ON d.database_id = k.database_id
            LEFT JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
            LEFT JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            LEFT JOIN sys.server_principals AS s ON s.type = 'K' AND %s
            WHERE k.database_id > 4 AND k.encryptor_type = N'ASYMMETRIC KEY'""".formatted(KeyLoginGuards.shown("s", "a"));

    private RestartBatch() {}

    static String rows() {
        return "SELECT d.name AS in_database, CASE WHEN " + AGAINST
                + "\n        THEN " + ShownVerdict.NOT_CONFIRMED.literal() + " ELSE " + ShownVerdict.UNKNOWN.literal()
                + " END AS restart_opens, a.name AS asymmetric_key,"
                + "\n    k.encryptor_thumbprint AS thumbprint, p.name AS provider, p.is_enabled AS provider_enabled, s.name AS key_login,"
                + " s.is_disabled AS login_disabled\n" + WAY + "\nORDER BY d.name;\nPRINT "
                + TSql.literal(Message.of("script.verify.restart").text()) + ";";
    }

    /** True where a restart is known to fail. */
    static String fails() {
        return "EXISTS (SELECT 1 " + WAY + " AND (" + AGAINST + "))";
    }
}
