:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- verify.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:6974cfb114d53f8ac74d6f2f54480fdbdae298b05bc7c29422e45e234700fe5a
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

IF (EXISTS (SELECT 1 FROM sys.dm_database_encryption_keys AS k
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
