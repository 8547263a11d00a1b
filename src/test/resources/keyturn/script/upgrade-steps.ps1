# Step 1: Test Sales before the change
Invoke-KeyturnBatch @Server -Query @(
    'BACKUP LOG [Sales]'
    'TO DISK = N''NUL'''
    'WITH COPY_ONLY, NAME = N''Keyturn test of the key, step 1'';'
)

# Step 2: Test Archive before the change
Invoke-KeyturnBatch @Server -Query @(
    'BACKUP DATABASE [Archive]'
    'TO DISK = N''NUL'''
    'WITH COPY_ONLY, NAME = N''Keyturn test of the key, step 2'';'
)

# Step 3: Point AzureKeyVault_EKM at the new DLL
Invoke-KeyturnBatch @Server -Query @(
    'ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM]'
    'FROM FILE = N''C:\EKM\15.0.2000.440\Microsoft.AzureKeyVaultService.EKM.dll'';'
)

# Step 4: Enable AzureKeyVault_EKM if it is disabled
Invoke-KeyturnBatch @Server -Query @(
    'ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] ENABLE;'
)

# Step 5: Read AzureKeyVault_EKM and the loaded DLL again
Invoke-KeyturnBatch @Server -Query @(
    'SELECT name, guid, version, dll_path, is_enabled'
    'FROM sys.cryptographic_providers'
    'WHERE name = N''AzureKeyVault_EKM'';'
    'SELECT name, file_version, product_version'
    'FROM sys.dm_os_loaded_modules'
    'WHERE name LIKE N''%EKM%.dll'';'
)

# Step 6: Test Sales after the change
Invoke-KeyturnBatch @Server -Query @(
    'BACKUP LOG [Sales]'
    'TO DISK = N''NUL'''
    'WITH COPY_ONLY, NAME = N''Keyturn test of the key, step 6'';'
)

# Step 7: Test Archive after the change
Invoke-KeyturnBatch @Server -Query @(
    'BACKUP DATABASE [Archive]'
    'TO DISK = N''NUL'''
    'WITH COPY_ONLY, NAME = N''Keyturn test of the key, step 7'';'
)
