package keyturn.script.guard;

import keyturn.plan.fact.Condition;
import keyturn.script.TSql;

/**
 * From which asymmetric key a login was made, in T-SQL. Microsoft documents the key's {@code sid} as NULL where the key lives on
 * a provider, so nothing depends on it: where no SID shows the link, the names count unless something is seen against them, and
 * SQL Server itself refuses to re-encrypt with a key that has no login (33121).
 */
final class KeyLoginGuards {

    private KeyLoginGuards() {}

    static String made(Condition.KeyLoginMade made) {
        return "EXISTS (" + rows("", made.key(), made.login(), "") + ")";
    }

    static String chain(Condition.KeyChain chain) {
        return "EXISTS ("
                + rows(
                        """

                            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
                            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
                            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid""",
                        chain.key(),
                        chain.login(),
                        " AND c.name = " + literal(chain.credential()) + " AND s.is_disabled = 0 AND p.is_enabled = 1")
                + ")";
    }

    private static String rows(String joins, Object key, Object login, String more) {
        return """
                SELECT 1 FROM sys.server_principals AS s
                            CROSS JOIN master.sys.asymmetric_keys AS a%s
                            WHERE s.type = 'K' AND s.name = %s AND a.name = %s%s
                            AND (%s
                                OR NOT EXISTS (SELECT 1 FROM sys.server_principals AS o
                                    CROSS JOIN master.sys.asymmetric_keys AS b
                                    WHERE o.type = 'K' AND %s
                                    AND (o.principal_id = s.principal_id OR b.asymmetric_key_id = a.asymmetric_key_id)))""".formatted(joins, literal(login), literal(key), more, shown("s", "a"), shown("o", "b"));
    }

    /** The catalog shows that the login was made from the key: by its SID, or by the thumbprint at the end of that. */
    static String shown(String login, String key) {
        return """
                (%1$s.sid = %2$s.sid OR (%2$s.sid IS NULL AND %2$s.thumbprint
                                    = SUBSTRING(%1$s.sid, DATALENGTH(%1$s.sid) - DATALENGTH(%2$s.thumbprint) + 1, 32)))""".formatted(login, key);
    }

    private static String literal(Object name) {
        return TSql.literal(name.toString());
    }
}
