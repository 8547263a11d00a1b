:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- verify.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:e5e18c68e67bd37a9c0abca06c6d17fab7a185feb16f34294e924de9d8a4c0a1
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
    (3, N'The credential Azure_TDE was altered after this plan was made. SQL Server does not show which secret it holds.',
        CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.name = N'Azure_TDE'
            AND c.modify_date <> CONVERT(datetime, N'2026-01-07T09:30:00.123', 126)) THEN N'Confirmed' ELSE N'Not confirmed' END,
        CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.name = N'Azure_TDE'
            AND c.modify_date <> CONVERT(datetime, N'2026-01-07T09:30:00.123', 126)) THEN N'in place' ELSE N'not in place' END COLLATE Latin1_General_100_BIN2),
    (4, N'SQL Server was started after the change of Azure_TDE, and the databases are open.',
        CASE WHEN (NOT EXISTS (SELECT 1 FROM sys.credentials AS c CROSS JOIN sys.dm_os_sys_info AS i
            WHERE c.name IN (N'Azure_TDE') AND c.modify_date >= i.sqlserver_start_time) AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0
            AND d.name IN (N'Sales'))) THEN N'Confirmed' WHEN (EXISTS (SELECT 1 FROM sys.credentials AS c CROSS JOIN sys.dm_os_sys_info AS i
            WHERE c.name IN (N'Azure_TDE') AND c.modify_date >= i.sqlserver_start_time) OR EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state = 2
            AND d.name IN (N'Sales'))) THEN N'PENDING RESTART' ELSE N'Not confirmed' END,
        CASE WHEN (NOT EXISTS (SELECT 1 FROM sys.credentials AS c CROSS JOIN sys.dm_os_sys_info AS i
            WHERE c.name IN (N'Azure_TDE') AND c.modify_date >= i.sqlserver_start_time) AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0
            AND d.name IN (N'Sales'))) THEN N'in place' ELSE N'not in place' END COLLATE Latin1_General_100_BIN2)) AS v (step, expected, verdict, found)
ORDER BY v.step;
GO

DECLARE @KeyturnSince datetime =
    DATEADD(minute, DATEDIFF(minute, GETUTCDATE(), GETDATE()), CONVERT(datetime, N'2026-11-24T20:01:00', 126));
DECLARE @KeyturnTested datetime = (SELECT MAX(f.backup_start_date) FROM msdb.dbo.backupset AS f
    WHERE f.name = N'Keyturn test of the key, step 1' AND f.backup_start_date >= @KeyturnSince);
SELECT w.step,
    CASE WHEN w.is_after = 1 AND ISNULL(d.state_desc, N'') <> N'ONLINE' THEN N'Not confirmed'
        WHEN w.is_after = 1 AND 1 = 0 THEN N'Confirmed'
        WHEN b.tests > 0 THEN N'Seen' ELSE N'Unknown' END AS verdict,
    w.name AS in_database, d.state_desc AS state, b.tests, b.last_test, o.last_other, w.expected
FROM (VALUES
    (1, N'Sales', N'SQL Server backed up Sales before the change.', 0, N'Keyturn test of the key, step 1', N'', N'', N'')) AS w (step, name, expected, is_after, own_test, before_test, after_test, new_key)
LEFT JOIN sys.databases AS d ON d.name = w.name
OUTER APPLY (SELECT MAX(DATEADD(minute, DATEDIFF(minute, GETUTCDATE(), GETDATE()), k.modify_date)) AS changed
    FROM sys.dm_database_encryption_keys AS k
    JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
    WHERE k.database_id = d.database_id AND a.name = w.new_key) AS c
OUTER APPLY (SELECT MAX(f.backup_start_date) AS began FROM msdb.dbo.backupset AS f
    WHERE f.database_name = w.name AND f.name = w.before_test AND f.backup_start_date >= @KeyturnSince
        AND (c.changed IS NULL OR f.backup_start_date <= c.changed)) AS r
OUTER APPLY (SELECT COUNT(*) AS tests, MAX(s.backup_finish_date) AS last_test
    FROM msdb.dbo.backupset AS s
    WHERE s.database_name = w.name AND s.name = w.own_test
        AND s.backup_start_date >= ISNULL(r.began, @KeyturnSince)
        AND (w.is_after = 1 OR c.changed IS NULL OR (s.backup_start_date <= c.changed
            AND NOT EXISTS (SELECT 1 FROM msdb.dbo.backupset AS t
                WHERE t.database_name = w.name AND t.name = w.after_test
                AND t.backup_start_date >= @KeyturnSince AND t.backup_set_id < s.backup_set_id)))) AS b
OUTER APPLY (SELECT MAX(s.backup_finish_date) AS last_other FROM msdb.dbo.backupset AS s
    WHERE s.database_name = w.name AND ISNULL(s.name, N'') NOT LIKE N'Keyturn test of the key%') AS o
ORDER BY w.step;
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

IF EXISTS (SELECT 1 FROM sys.dm_database_encryption_keys AS k
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
                    = SUBSTRING(l.sid, DATALENGTH(l.sid) - DATALENGTH(b.thumbprint) + 1, 32))))))))))
    PRINT N'Do not restart this instance. A restart would not open every database; the rows about the restart show which.';
ELSE IF ((EXISTS (SELECT 1 FROM sys.credentials AS c CROSS JOIN sys.dm_os_sys_info AS i
            WHERE c.name IN (N'Azure_TDE') AND c.modify_date >= i.sqlserver_start_time) OR EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state = 2
            AND d.name IN (N'Sales'))))
    PRINT N'PENDING RESTART: SQL Server still uses what it loaded before the change. Run "keyturn forecast", restart the service in an agreed window, then verify again.';
IF (NOT (EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.name = N'Azure_TDE'
            AND c.modify_date <> CONVERT(datetime, N'2026-01-07T09:30:00.123', 126))))
    OR (NOT ((NOT EXISTS (SELECT 1 FROM sys.credentials AS c CROSS JOIN sys.dm_os_sys_info AS i
            WHERE c.name IN (N'Azure_TDE') AND c.modify_date >= i.sqlserver_start_time) AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0
            AND d.name IN (N'Sales')))) AND NOT (EXISTS (SELECT 1 FROM sys.credentials AS c CROSS JOIN sys.dm_os_sys_info AS i
            WHERE c.name IN (N'Azure_TDE') AND c.modify_date >= i.sqlserver_start_time) OR EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state = 2
            AND d.name IN (N'Sales'))))
    OR (EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0 AND d.name IN (N'Sales')))
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
