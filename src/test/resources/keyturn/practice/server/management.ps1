# Opens a range with Microsoft's management library and writes what it finds there as JSON: a list for each question, each
# line of it a text; what fails is told below "errors" by the question's name.
param([string] $Library, [string] $Server, [string] $User, [string] $Certificate)
$ErrorActionPreference = 'Stop'
. $Library
Add-Type -Path (Join-Path (Split-Path $Library) 'lib/smo/Microsoft.SqlServer.SqlEnum.dll')
$smo = Connect-Smo -ServerInstance $Server -Username $User -Password $env:RANGE_PASSWORD -Certificate $Certificate
$found = [ordered]@{}
$errors = [ordered]@{}

function Text($value) {
    if ($null -eq $value) { '' }
    elseif ($value -is [datetime]) { $value.ToString('yyyy-MM-dd HH:mm:ss') }
    elseif ($value -is [byte[]]) { [Convert]::ToHexString($value) }
    else { [string] $value }
}

function Why($record) {
    for ($e = $record.Exception; $e; $e = $e.InnerException) {
        if ($e -is [Microsoft.Data.SqlClient.SqlException]) { return "$($e.Number) $($e.Message)" }
        $last = $e
    }
    $last.Message
}

function Ask([string] $name, [scriptblock] $question) {
    try { $script:found[$name] = @(& $question | ForEach-Object { Text $_ }) } catch { $script:errors[$name] = Why $_ }
}

function Each($things, [string[]] $properties) {
    foreach ($thing in $things) { ($properties | ForEach-Object { Text $thing.$_ }) -join '|' }
}

function Request([string] $urn) {
    Ask "request $urn" {
        $request = [Microsoft.SqlServer.Management.Sdk.Sfc.Request]::new([Microsoft.SqlServer.Management.Sdk.Sfc.Urn]::new($urn))
        $result = [Microsoft.SqlServer.Management.Sdk.Sfc.Enumerator]::new().Process($smo.ConnectionContext, $request)
        $table = if ($result.Data -is [System.Data.DataSet]) { $result.Data.Tables[0] } else { $result.Data }
        $table.Rows.Count
    }
}

Ask information { Each $smo.Information VersionString, Edition, NetName, RootDirectory, MasterDBPath, MasterDBLogPath, ErrorLogPath, Collation, Product, Platform }
Ask server { Each $smo InstanceName, ServiceName, ServiceAccount, LoginMode, IsHadrEnabled, IsClustered, ProductLevel, ServiceInstanceId, HostPlatform, BackupDirectory }
Ask settings { Each $smo.Settings LoginMode, DefaultFile, BackupDirectory }
Ask databases { Each $smo.Databases Name, ID, Status, EncryptionEnabled, HasDatabaseEncryptionKey, RecoveryModel, CompatibilityLevel, Owner, UserAccess, ReadOnly }
Ask databaseProperties { foreach ($d in $smo.Databases | Where-Object IsAccessible) { foreach ($p in $d.Properties) { $null = $p.Value }; $d.Name } }
Ask encryption { foreach ($d in $smo.Databases | Where-Object HasDatabaseEncryptionKey) { $k = $d.DatabaseEncryptionKey; "$($d.Name)|$(Each $k EncryptorName, EncryptionType, EncryptionState, EncryptionAlgorithm, Thumbprint)" } }
Ask providers { Each $smo.CryptographicProviders ID, Name, DllPath, Enabled, ProviderGuid, Version, SqlCryptographicVersion, AuthenticationType, AsymmetricKeySupported, AsymmetricKeyPersistable, AsymmetricKeyExportable, AsymmetricKeyImportable, SymmetricKeySupported }
Ask providerScripts { $smo.CryptographicProviders | ForEach-Object { $_.Script() } }
Ask credentials { Each $smo.Credentials ID, Name, Identity, MappedClassType, ProviderName, CreateDate, DateLastModified }
Ask logins { Each $smo.Logins ID, Name, LoginType, IsDisabled, AsymmetricKey, CreateDate }
Ask loginScripts { $smo.Logins | ForEach-Object { $_.Script() } }
Ask asymmetricKeys { Each $smo.Databases['master'].AsymmetricKeys ID, Name, ProviderName, KeyEncryptionAlgorithm, KeyLength, Thumbprint }
Ask configuration { Each $smo.Configuration.Properties Number, DisplayName, ConfigValue, RunValue, Minimum, Maximum, IsDynamic, IsAdvanced }
Ask errorLogs { $smo.EnumErrorLogs().Rows | ForEach-Object { $_.ArchiveNo } }
Ask errorLog { $smo.ReadErrorLog(0).Rows | ForEach-Object { "$($_.ProcessInfo)|$($_.Text)" } }
Ask processes { $smo.EnumProcesses().Rows | ForEach-Object { "$($_.Spid)|$($_.Login)|$($_.IsSystem)" } }
Ask roles { Each $smo.Roles ID, Name, IsFixedRole, Owner }
Ask administrators { $smo.Roles['sysadmin'].EnumMemberNames() }
Ask permissions { Each $smo.EnumServerPermissions() Grantee, PermissionType, PermissionState }
Ask groups { Each $smo.AvailabilityGroups Name, PrimaryReplicaServerName, LocalReplicaRole }
Ask replicas { foreach ($g in $smo.AvailabilityGroups) { Each $g.AvailabilityReplicas Name, AvailabilityMode, FailoverMode } }
Ask groupDatabases { foreach ($g in $smo.AvailabilityGroups) { $g.AvailabilityDatabases.Name } }
Ask listeners { foreach ($g in $smo.AvailabilityGroups) { Each $g.AvailabilityGroupListeners Name, PortNumber } }
Ask jobs { Each $smo.JobServer.Jobs Name, IsEnabled, DateCreated, HasSchedule, CurrentRunStatus }
Ask jobSteps { foreach ($j in $smo.JobServer.Jobs) { Each $j.JobSteps Name, DatabaseName, Command } }
Ask files { foreach ($d in $smo.Databases | Where-Object IsAccessible) { foreach ($g in $d.FileGroups) { Each $g.Files Name, FileName, Size }; Each $d.LogFiles Name, FileName, Size } }
Ask users { foreach ($d in $smo.Databases | Where-Object IsAccessible) { foreach ($u in $d.Users) { "$($d.Name)|$($u.Name)|$($u.Login)" } } }
Ask backups { foreach ($d in $smo.Databases | Where-Object IsAccessible) { $d.EnumBackupSets().Rows | ForEach-Object { "$($d.Name)|$($_.BackupSetType)|$(Text $_.BackupFinishDate)" } } }
Ask databaseScripts { foreach ($d in $smo.Databases | Where-Object { $_.IsAccessible -and -not $_.IsSystemObject }) { ($d.Script() | Where-Object { $_ -like 'CREATE DATABASE*' }) -split "`n" | Select-Object -First 1 } }
foreach ($kind in '', '/Information', '/Setting', '/Database', '/Login', '/Credential', '/CryptographicProvider', '/JobServer', '/JobServer/Job', '/JobServer/Job/Step', '/JobServer/Job/Schedule', '/JobServer/JobCategory', '/JobServer/Operator', '/JobServer/Alert', '/Role', '/Role/Member', '/Endpoint', '/LinkedServer', '/BackupDevice', '/Audit', '/ServerAuditSpecification', '/Configuration', '/ErrorLog', '/Process', '/Language', '/SystemMessage', '/UserDefinedMessage', '/Mail', '/ResourceGovernor', '/AvailabilityGroup', '/Permission', '/Collation', '/Lock', '/FullTextService', '/Login/DatabaseMapping') { Request "Server$kind" }
foreach ($kind in 'User', 'Role', 'Schema', 'FileGroup', 'FileGroup/File', 'LogFile', 'Table', 'View', 'StoredProcedure', 'UserDefinedFunction', 'Synonym', 'Sequence', 'UserDefinedDataType', 'XmlSchemaCollection', 'SqlAssembly', 'PartitionFunction', 'FullTextCatalog', 'AsymmetricKey', 'SymmetricKey', 'Certificate', 'DatabaseEncryptionKey', 'DatabaseAuditSpecification', 'ExtendedProperty', 'Permission', 'ColumnMasterKey', 'DatabaseScopedConfiguration', 'ServiceBroker', 'Lock') { Request "Server/Database[@Name='master']/$kind" }
@{ found = $found; errors = $errors } | ConvertTo-Json -Depth 5 -Compress
