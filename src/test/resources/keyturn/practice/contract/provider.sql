-- What the range answers as the server of the scenario healthy. Written as language.sql is.

-- case the provider
SELECT name, is_enabled, dll_path FROM sys.cryptographic_providers;
--> columns name | is_enabled | dll_path
--> row AzureKeyVault_EKM | 1 | C:\Program Files\SQL Server Connector for Microsoft Azure Key Vault\Microsoft.AzureKeyVaultService.EKM.dll
GO

-- case each database and what guards it
SELECT d.name, k.encryption_state, k.encryptor_type, k.encryptor_thumbprint, a.name
FROM sys.databases d
LEFT JOIN sys.dm_database_encryption_keys k ON k.database_id = d.database_id
LEFT JOIN master.sys.asymmetric_keys a ON a.thumbprint = k.encryptor_thumbprint
WHERE d.database_id > 4 ORDER BY d.name;
--> columns name | encryption_state | encryptor_type | encryptor_thumbprint | name
--> row Archive | 3 | ASYMMETRIC KEY | 0xB1D20A7E4DE1B71CE6D2AF1C805E81C755E1EE34 | TDE_Key_2024
--> row Ledger | 3 | ASYMMETRIC KEY | 0xB1D20A7E4DE1B71CE6D2AF1C805E81C755E1EE34 | TDE_Key_2024
--> row Payroll | 3 | ASYMMETRIC KEY | 0xB1D20A7E4DE1B71CE6D2AF1C805E81C755E1EE34 | TDE_Key_2024
--> row Reporting | NULL | NULL | NULL | NULL
--> row Sales | 3 | ASYMMETRIC KEY | 0xB1D20A7E4DE1B71CE6D2AF1C805E81C755E1EE34 | TDE_Key_2024
--> row Staging | NULL | NULL | NULL | NULL
GO

-- case a provider's life
ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] FROM FILE = N'C:\nowhere\Microsoft.AzureKeyVaultService.EKM.dll';
--> error 33027 16 1 1 Cannot load library 'C:\nowhere\Microsoft.AzureKeyVaultService.EKM.dll'. See errorlog for more information.
GO
ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] DISABLE;
SELECT is_enabled FROM sys.cryptographic_providers;
--> print Cryptographic provider is now disabled. However users who have an open cryptographic session with the provider can still use it. Restart the server to disable the provider for all users.
--> row 0
GO
ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] ENABLE;
SELECT is_enabled FROM sys.cryptographic_providers;
--> row 1
GO

-- case the proof
BACKUP LOG [Reporting] TO DISK = N'NUL' WITH COPY_ONLY, NAME = N'contract';
--> print Processed 2 pages for database 'Reporting', file 'Reporting_log' on file 1.
--> print BACKUP LOG successfully processed 2 pages in 0.020 seconds (0.781 MB/sec).
GO
SELECT TOP (1) type, is_copy_only, name FROM msdb.dbo.backupset WHERE database_name = N'Reporting' ORDER BY backup_set_id DESC;
--> row L | 1 | contract
GO
BACKUP LOG [Staging] TO DISK = N'NUL' WITH COPY_ONLY;
--> error 4208 16 1 1 The statement BACKUP LOG is not allowed while the recovery model is SIMPLE. Use BACKUP DATABASE or change the recovery model using ALTER DATABASE.
--> error 3013 16 1 1 BACKUP LOG is terminating abnormally.
GO

-- case one run at a time
DECLARE @r int;
EXEC @r = sp_getapplock @Resource = N'contract', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0;
SELECT @r;
--> row 0
GO
SELECT APPLOCK_MODE(N'public', N'contract', N'Session');
--> row Exclusive
GO

-- case what a login may
SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'CONTROL SERVER'), IS_SRVROLEMEMBER('sysadmin'), SUSER_SNAME();
--> row 1 | 1 | practice
GO

-- case a key is rotated
CREATE ASYMMETRIC KEY TDE_Key_2026 FROM PROVIDER [AzureKeyVault_EKM]
WITH PROVIDER_KEY_NAME = N'tde-key-2026', CREATION_DISPOSITION = OPEN_EXISTING;
GO
CREATE LOGIN TDE_Login_2026 FROM ASYMMETRIC KEY TDE_Key_2026;
GO
EXEC [Sales].sys.sp_executesql N'ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER ASYMMETRIC KEY TDE_Key_2026';
--> error 33121 16 1 1 The asymmetric key 'TDE_Key_2026' does not have a login associated with it. Create a login and credential for this key to automatically access the extensible key management provider 'AzureKeyVault_EKM'.
GO
CREATE CREDENTIAL TDE_Credential_2026
WITH IDENTITY = N'keyturn-practice-vault', SECRET = N'00000000707261637469636500000001practice~NotASecret.OfAnybody-0123456789'
FOR CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM];
GO
ALTER LOGIN TDE_Login_2026 ADD CREDENTIAL TDE_Credential_2026;
GO
EXEC [Sales].sys.sp_executesql N'ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER ASYMMETRIC KEY TDE_Key_2026';
GO
SELECT d.name, a.name, l.name, c.name, k.encryption_state
FROM sys.dm_database_encryption_keys k
JOIN sys.databases d ON d.database_id = k.database_id
JOIN master.sys.asymmetric_keys a ON a.thumbprint = k.encryptor_thumbprint
LEFT JOIN sys.server_principals l ON l.name = N'TDE_Login_2026' AND l.type = 'K'
LEFT JOIN sys.server_principal_credentials m ON m.principal_id = l.principal_id
LEFT JOIN sys.credentials c ON c.credential_id = m.credential_id
WHERE d.name = N'Sales';
--> row Sales | TDE_Key_2026 | TDE_Login_2026 | TDE_Credential_2026 | 3
GO
CREATE ASYMMETRIC KEY Again FROM PROVIDER [AzureKeyVault_EKM]
WITH PROVIDER_KEY_NAME = N'tde-key-2026', CREATION_DISPOSITION = OPEN_EXISTING;
--> error 15396 16 1 1 An asymmetric key with name 'Again' already exists or this asymmetric key already has been added to the database.
GO
DROP ASYMMETRIC KEY TDE_Key_2026;
--> error 33127 16 1 1 The asymmetric key cannot be dropped because it is used by one or more databases to encrypt a Database Encryption Key.
GO
BACKUP LOG [Sales] TO DISK = N'NUL' WITH COPY_ONLY, NAME = N'proof';
--> print Processed 2 pages for database 'Sales', file 'Sales_log' on file 1.
--> print BACKUP LOG successfully processed 2 pages in 0.020 seconds (0.781 MB/sec).
GO
SELECT COUNT(*) FROM msdb.dbo.backupset WHERE name = N'proof';
--> row 1
GO
