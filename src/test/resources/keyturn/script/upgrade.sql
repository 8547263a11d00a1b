BACKUP LOG [Sales]
TO DISK = N'NUL'
WITH COPY_ONLY, NAME = N'Keyturn test of the key, step 1';

BACKUP DATABASE [Archive]
TO DISK = N'NUL'
WITH COPY_ONLY, NAME = N'Keyturn test of the key, step 2';

ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM]
FROM FILE = N'C:\EKM\15.0.2000.440\Microsoft.AzureKeyVaultService.EKM.dll';

ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] ENABLE;

SELECT name, guid, version, dll_path, is_enabled
FROM sys.cryptographic_providers
WHERE name = N'AzureKeyVault_EKM';
SELECT name, file_version, product_version
FROM sys.dm_os_loaded_modules
WHERE name LIKE N'%EKM%.dll';

BACKUP LOG [Sales]
TO DISK = N'NUL'
WITH COPY_ONLY, NAME = N'Keyturn test of the key, step 6';

BACKUP DATABASE [Archive]
TO DISK = N'NUL'
WITH COPY_ONLY, NAME = N'Keyturn test of the key, step 7';
