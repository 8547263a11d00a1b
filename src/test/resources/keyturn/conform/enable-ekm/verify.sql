:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- verify.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:cb8d6a384666ac468dfe4e556d5dd4c9853a906a61dff7c2fc796e034b3a20d1
-- Reads only. Shows for each step whether its result is in place.
-- Run in sqlcmd mode: sqlcmd -N -b -f 65001 -S SERVER -i verify.sql
IF N'$(KEYTURN_OPEN)' <> N'$' + N'('
BEGIN
    RAISERROR (N'%s', 16, 1, N'Turn on sqlcmd mode before you run this script. Nothing was executed.');
    SET NOEXEC ON;
END;
GO

DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'The name of the server', N'SQL01',
            CONVERT(nvarchar(4000), SERVERPROPERTY('ServerName')) COLLATE Latin1_General_100_BIN2),
        (2, N'The node of the server', N'SQL01',
            @@SERVERNAME COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before the first step. Nothing was sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END;
GO

SELECT v.step, v.verdict, v.found, v.expected
FROM (VALUES
    (1, N'"EKM provider enabled" is 1, configured and running.',
        CASE WHEN EXISTS (SELECT 1 FROM sys.configurations AS x WHERE x.name = N'EKM provider enabled' AND CONVERT(int, x.value) = 1 AND CONVERT(int, x.value_in_use) = 1) THEN N'Confirmed' ELSE N'Not confirmed' END,
        CASE WHEN EXISTS (SELECT 1 FROM sys.configurations AS x WHERE x.name = N'EKM provider enabled' AND CONVERT(int, x.value) = 1 AND CONVERT(int, x.value_in_use) = 1) THEN N'in place' ELSE N'not in place' END COLLATE Latin1_General_100_BIN2),
    (2, N'Provider AzureKeyVault_EKM is registered with C:\Program Files\SQL Server Connector for Microsoft Azure Key Vault\Microsoft.AzureKeyVaultService.EKM.dll.',
        CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND p.dll_path COLLATE Latin1_General_100_CI_AS = N'C:\Program Files\SQL Server Connector for Microsoft Azure Key Vault\Microsoft.AzureKeyVaultService.EKM.dll') THEN N'Confirmed' ELSE N'Not confirmed' END,
        CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND p.dll_path COLLATE Latin1_General_100_CI_AS = N'C:\Program Files\SQL Server Connector for Microsoft Azure Key Vault\Microsoft.AzureKeyVaultService.EKM.dll') THEN N'in place' ELSE N'not in place' END COLLATE Latin1_General_100_BIN2),
    (3, N'Provider AzureKeyVault_EKM is enabled.',
        CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND p.is_enabled = 1) THEN N'Confirmed' ELSE N'Not confirmed' END,
        (SELECT CASE WHEN p.is_enabled = 1 THEN N'is_enabled 1' ELSE N'is_enabled 0' END FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM') COLLATE Latin1_General_100_BIN2),
    (4, N'The credential Azure_EKM_admin_cred names the vault contoso.',
        CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = N'Azure_EKM_admin_cred'
            AND c.credential_identity = N'contoso' AND p.name = N'AzureKeyVault_EKM') THEN N'Confirmed' ELSE N'Not confirmed' END,
        CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = N'Azure_EKM_admin_cred'
            AND c.credential_identity = N'contoso' AND p.name = N'AzureKeyVault_EKM') THEN N'in place' ELSE N'not in place' END COLLATE Latin1_General_100_BIN2),
    (5, N'Login dba has the credential Azure_EKM_admin_cred.',
        CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.name = N'dba' AND c.name = N'Azure_EKM_admin_cred' AND (s.type = 'K' OR s.sid = SUSER_SID())) THEN N'Confirmed' ELSE N'Not confirmed' END,
        CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.name = N'dba' AND c.name = N'Azure_EKM_admin_cred' AND (s.type = 'K' OR s.sid = SUSER_SID())) THEN N'in place' ELSE N'not in place' END COLLATE Latin1_General_100_BIN2),
    (6, N'master has the asymmetric key tde_key. If the vault can be read: it is the newest version of the vault key tde-key.',
        CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            WHERE a.name = N'tde_key' AND p.name = N'AzureKeyVault_EKM') THEN N'Unknown' ELSE N'Not confirmed' END,
        CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            WHERE a.name = N'tde_key' AND p.name = N'AzureKeyVault_EKM') THEN N'in place' ELSE N'not in place' END COLLATE Latin1_General_100_BIN2),
    (7, N'Login tde_key_login exists and is created from tde_key.',
        CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            CROSS JOIN master.sys.asymmetric_keys AS a
            WHERE s.type = 'K' AND s.name = N'tde_key_login' AND a.name = N'tde_key'
            AND ((s.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
                OR NOT EXISTS (SELECT 1 FROM sys.server_principals AS o
                    CROSS JOIN master.sys.asymmetric_keys AS b
                    WHERE o.type = 'K' AND (o.sid = b.sid OR (b.sid IS NULL AND b.thumbprint
                    = SUBSTRING(o.sid, DATALENGTH(o.sid) - DATALENGTH(b.thumbprint) + 1, 32)))
                    AND (o.principal_id = s.principal_id OR b.asymmetric_key_id = a.asymmetric_key_id)))) THEN N'Confirmed' ELSE N'Not confirmed' END,
        CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            CROSS JOIN master.sys.asymmetric_keys AS a
            WHERE s.type = 'K' AND s.name = N'tde_key_login' AND a.name = N'tde_key'
            AND ((s.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
                OR NOT EXISTS (SELECT 1 FROM sys.server_principals AS o
                    CROSS JOIN master.sys.asymmetric_keys AS b
                    WHERE o.type = 'K' AND (o.sid = b.sid OR (b.sid IS NULL AND b.thumbprint
                    = SUBSTRING(o.sid, DATALENGTH(o.sid) - DATALENGTH(b.thumbprint) + 1, 32)))
                    AND (o.principal_id = s.principal_id OR b.asymmetric_key_id = a.asymmetric_key_id)))) THEN N'in place' ELSE N'not in place' END COLLATE Latin1_General_100_BIN2),
    (8, N'The credential tde_key_cred names the vault contoso.',
        CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = N'tde_key_cred'
            AND c.credential_identity = N'contoso' AND p.name = N'AzureKeyVault_EKM') THEN N'Confirmed' ELSE N'Not confirmed' END,
        CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = N'tde_key_cred'
            AND c.credential_identity = N'contoso' AND p.name = N'AzureKeyVault_EKM') THEN N'in place' ELSE N'not in place' END COLLATE Latin1_General_100_BIN2),
    (9, N'Login tde_key_login has the credential tde_key_cred.',
        CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.name = N'tde_key_login' AND c.name = N'tde_key_cred' AND (s.type = 'K' OR s.sid = SUSER_SID())) THEN N'Confirmed' ELSE N'Not confirmed' END,
        CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.name = N'tde_key_login' AND c.name = N'tde_key_cred' AND (s.type = 'K' OR s.sid = SUSER_SID())) THEN N'in place' ELSE N'not in place' END COLLATE Latin1_General_100_BIN2),
    (10, N'tde_key is opened by login tde_key_login with credential tde_key_cred. Login and provider are enabled.',
        CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            CROSS JOIN master.sys.asymmetric_keys AS a
JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
JOIN sys.credentials AS c ON c.credential_id = m.credential_id
JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            WHERE s.type = 'K' AND s.name = N'tde_key_login' AND a.name = N'tde_key' AND c.name = N'tde_key_cred' AND s.is_disabled = 0 AND p.is_enabled = 1
            AND ((s.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
                OR NOT EXISTS (SELECT 1 FROM sys.server_principals AS o
                    CROSS JOIN master.sys.asymmetric_keys AS b
                    WHERE o.type = 'K' AND (o.sid = b.sid OR (b.sid IS NULL AND b.thumbprint
                    = SUBSTRING(o.sid, DATALENGTH(o.sid) - DATALENGTH(b.thumbprint) + 1, 32)))
                    AND (o.principal_id = s.principal_id OR b.asymmetric_key_id = a.asymmetric_key_id)))) THEN N'Confirmed' ELSE N'Not confirmed' END,
        CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            CROSS JOIN master.sys.asymmetric_keys AS a
JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
JOIN sys.credentials AS c ON c.credential_id = m.credential_id
JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            WHERE s.type = 'K' AND s.name = N'tde_key_login' AND a.name = N'tde_key' AND c.name = N'tde_key_cred' AND s.is_disabled = 0 AND p.is_enabled = 1
            AND ((s.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
                OR NOT EXISTS (SELECT 1 FROM sys.server_principals AS o
                    CROSS JOIN master.sys.asymmetric_keys AS b
                    WHERE o.type = 'K' AND (o.sid = b.sid OR (b.sid IS NULL AND b.thumbprint
                    = SUBSTRING(o.sid, DATALENGTH(o.sid) - DATALENGTH(b.thumbprint) + 1, 32)))
                    AND (o.principal_id = s.principal_id OR b.asymmetric_key_id = a.asymmetric_key_id)))) THEN N'in place' ELSE N'not in place' END COLLATE Latin1_General_100_BIN2)) AS v (step, expected, verdict, found)
ORDER BY v.step;
GO

SELECT d.name AS in_database, CASE WHEN p.is_enabled = 0 OR s.is_disabled = 1 OR EXISTS (SELECT 1 FROM sys.configurations AS g
        WHERE g.name = N'EKM provider enabled' AND CONVERT(int, g.value) = 0)
    OR ((HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION') = 1
        OR HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY SECURITY DEFINITION') = 1) AND (p.provider_id IS NULL OR NOT EXISTS (SELECT 1 FROM sys.server_principals AS l
        JOIN sys.server_principal_credentials AS m ON m.principal_id = l.principal_id
        JOIN sys.credentials AS c ON c.credential_id = m.credential_id
        WHERE l.type = 'K' AND c.target_id = p.provider_id
        AND ((l.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(l.sid, DATALENGTH(l.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
            OR NOT EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS b WHERE (l.sid = b.sid OR (b.sid IS NULL AND b.thumbprint
                    = SUBSTRING(l.sid, DATALENGTH(l.sid) - DATALENGTH(b.thumbprint) + 1, 32))))))))
        THEN N'Not confirmed' ELSE N'Unknown' END AS restart_opens, a.name AS asymmetric_key,
    k.encryptor_thumbprint AS thumbprint, p.name AS provider, p.is_enabled AS provider_enabled, s.name AS key_login, s.is_disabled AS login_disabled
FROM sys.dm_database_encryption_keys AS k
JOIN sys.databases AS d ON d.database_id = k.database_id
LEFT JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
LEFT JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
LEFT JOIN sys.server_principals AS s ON s.type = 'K' AND (s.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
WHERE k.database_id > 4 AND k.encryptor_type = N'ASYMMETRIC KEY'
ORDER BY d.name;
PRINT N'No view of SQL Server shows whether the vault would open a key, so these rows never confirm a restart. Run "keyturn forecast" before you restart.';
GO

IF (NOT (EXISTS (SELECT 1 FROM sys.configurations AS x WHERE x.name = N'EKM provider enabled' AND CONVERT(int, x.value) = 1 AND CONVERT(int, x.value_in_use) = 1)))
    OR (NOT (EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND p.dll_path COLLATE Latin1_General_100_CI_AS = N'C:\Program Files\SQL Server Connector for Microsoft Azure Key Vault\Microsoft.AzureKeyVaultService.EKM.dll')))
    OR (NOT (EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND p.is_enabled = 1)))
    OR (NOT (EXISTS (SELECT 1 FROM sys.credentials AS c
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = N'Azure_EKM_admin_cred'
            AND c.credential_identity = N'contoso' AND p.name = N'AzureKeyVault_EKM')))
    OR (NOT (EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.name = N'dba' AND c.name = N'Azure_EKM_admin_cred' AND (s.type = 'K' OR s.sid = SUSER_SID()))))
    OR (NOT (EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            WHERE a.name = N'tde_key' AND p.name = N'AzureKeyVault_EKM')))
    OR (NOT (EXISTS (SELECT 1 FROM sys.server_principals AS s
            CROSS JOIN master.sys.asymmetric_keys AS a
            WHERE s.type = 'K' AND s.name = N'tde_key_login' AND a.name = N'tde_key'
            AND ((s.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
                OR NOT EXISTS (SELECT 1 FROM sys.server_principals AS o
                    CROSS JOIN master.sys.asymmetric_keys AS b
                    WHERE o.type = 'K' AND (o.sid = b.sid OR (b.sid IS NULL AND b.thumbprint
                    = SUBSTRING(o.sid, DATALENGTH(o.sid) - DATALENGTH(b.thumbprint) + 1, 32)))
                    AND (o.principal_id = s.principal_id OR b.asymmetric_key_id = a.asymmetric_key_id))))))
    OR (NOT (EXISTS (SELECT 1 FROM sys.credentials AS c
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = N'tde_key_cred'
            AND c.credential_identity = N'contoso' AND p.name = N'AzureKeyVault_EKM')))
    OR (NOT (EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.name = N'tde_key_login' AND c.name = N'tde_key_cred' AND (s.type = 'K' OR s.sid = SUSER_SID()))))
    OR (NOT (EXISTS (SELECT 1 FROM sys.server_principals AS s
            CROSS JOIN master.sys.asymmetric_keys AS a
JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
JOIN sys.credentials AS c ON c.credential_id = m.credential_id
JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            WHERE s.type = 'K' AND s.name = N'tde_key_login' AND a.name = N'tde_key' AND c.name = N'tde_key_cred' AND s.is_disabled = 0 AND p.is_enabled = 1
            AND ((s.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
                OR NOT EXISTS (SELECT 1 FROM sys.server_principals AS o
                    CROSS JOIN master.sys.asymmetric_keys AS b
                    WHERE o.type = 'K' AND (o.sid = b.sid OR (b.sid IS NULL AND b.thumbprint
                    = SUBSTRING(o.sid, DATALENGTH(o.sid) - DATALENGTH(b.thumbprint) + 1, 32)))
                    AND (o.principal_id = s.principal_id OR b.asymmetric_key_id = a.asymmetric_key_id))))))
    OR (EXISTS (SELECT 1 FROM sys.dm_database_encryption_keys AS k
JOIN sys.databases AS d ON d.database_id = k.database_id
LEFT JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
LEFT JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
LEFT JOIN sys.server_principals AS s ON s.type = 'K' AND (s.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
WHERE k.database_id > 4 AND k.encryptor_type = N'ASYMMETRIC KEY' AND (p.is_enabled = 0 OR s.is_disabled = 1 OR EXISTS (SELECT 1 FROM sys.configurations AS g
        WHERE g.name = N'EKM provider enabled' AND CONVERT(int, g.value) = 0)
    OR ((HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION') = 1
        OR HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY SECURITY DEFINITION') = 1) AND (p.provider_id IS NULL OR NOT EXISTS (SELECT 1 FROM sys.server_principals AS l
        JOIN sys.server_principal_credentials AS m ON m.principal_id = l.principal_id
        JOIN sys.credentials AS c ON c.credential_id = m.credential_id
        WHERE l.type = 'K' AND c.target_id = p.provider_id
        AND ((l.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(l.sid, DATALENGTH(l.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
            OR NOT EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS b WHERE (l.sid = b.sid OR (b.sid IS NULL AND b.thumbprint
                    = SUBSTRING(l.sid, DATALENGTH(l.sid) - DATALENGTH(b.thumbprint) + 1, 32)))))))))))
    RAISERROR (N'%s', 16, 1, N'Not confirmed: the result of a step is not in place, or a database is not ONLINE. Look at the lists above.');
GO
