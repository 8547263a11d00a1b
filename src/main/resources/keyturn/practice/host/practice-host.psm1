# PRACTICE: cmdlets of Windows, answered by the host of a practice range instead of this computer.
# The range gives the address of its door and its certificate; nothing else is asked or changed.
Set-StrictMode -Version 2
$Door = [uri] $env:KEYTURN_PRACTICE_DOOR
$Trusted = @()
$Connection = $null
$block = ''
foreach ($line in [IO.File]::ReadAllLines($env:KEYTURN_PRACTICE_CERTIFICATE)) {
    if ($line -like '-----BEGIN*') { $block = '' }
    elseif ($line -like '-----END*') { $Trusted += $block }
    else { $block += $line.Trim() }
}

# The body, as long as the head says.
function Read-Answer([object] $Stream) {
    $head = New-Object Text.StringBuilder
    while (-not $head.ToString().EndsWith("`r`n`r`n")) {
        $byte = $Stream.ReadByte()
        if ($byte -lt 0) { throw 'The practice host hung up.' }
        $head.Append([char] $byte) | Out-Null
    }
    $length = [int] [regex]::Match($head.ToString(), '(?i)content-length: (\d+)').Groups[1].Value
    $body = New-Object byte[] $length
    $at = 0
    while ($at -lt $length) {
        $got = $Stream.Read($body, $at, $length - $at)
        if ($got -le 0) { throw 'The practice host hung up.' }
        $at += $got
    }
    [Text.Encoding]::UTF8.GetString($body)
}

# A connection to the range's own certificate alone.
function Open-Connection {
    $client = New-Object Net.Sockets.TcpClient '127.0.0.1', $Door.Port
    $check = [Net.Security.RemoteCertificateValidationCallback] {
        param($from, $certificate, $chain, $errors)
        $Trusted -contains [Convert]::ToBase64String($certificate.GetRawCertData())
    }
    $tls = New-Object Net.Security.SslStream $client.GetStream(), $false, $check
    $tls.AuthenticateAsClient('127.0.0.1')
    $tls
}

function Send-Request([string] $Path, [string] $Body) {
    if ($null -eq $script:Connection) { $script:Connection = Open-Connection }
    $bytes = [Text.Encoding]::UTF8.GetBytes($Body)
    $head = "POST $Path HTTP/1.1`r`nHost: 127.0.0.1`r`nContent-Type: application/json`r`n" +
        "Content-Length: $($bytes.Length)`r`n`r`n"
    $whole = [Text.Encoding]::ASCII.GetBytes($head) + $bytes
    try {
        $script:Connection.Write($whole, 0, $whole.Length)
        $script:Connection.Flush()
        Read-Answer $script:Connection
    }
    catch {
        $script:Connection = $null
        throw
    }
}

function Invoke-Practice([string] $Name, [System.Collections.IDictionary] $Given) {
    $parameters = @{}
    foreach ($key in $Given.Keys) {
        $value = $Given[$key]
        if ($value -is [switch]) { $value = [bool] $value }
        $parameters[$key] = $value
    }
    $body = ConvertTo-Json -InputObject @{ name = $Name; parameters = $parameters } -Compress -Depth 8
    $said = ConvertFrom-Json -InputObject (Send-Request '/cmdlet' $body)
    if ($said.PSObject.Properties['error']) {
        $why = New-Object Exception $said.error.message
        throw (New-Object Management.Automation.ErrorRecord $why, $said.error.id, 'NotSpecified', $null)
    }
    $said.output
}

function Get-Service { [CmdletBinding()] param([string] $Name, [switch] $DependentServices)
    Invoke-Practice 'Get-Service' $PSBoundParameters
}
function Stop-Service { [CmdletBinding()] param([string] $Name, [switch] $Force, [switch] $NoWait, [switch] $PassThru)
    Invoke-Practice 'Stop-Service' $PSBoundParameters
}
function Start-Service { [CmdletBinding()] param([string] $Name, [switch] $PassThru)
    Invoke-Practice 'Start-Service' $PSBoundParameters
}
function Set-Service { [CmdletBinding()] param([string] $Name, [string] $StartupType)
    Invoke-Practice 'Set-Service' $PSBoundParameters
}
function Get-CimInstance { [CmdletBinding()] param([string] $ClassName, [string] $Filter)
    Invoke-Practice 'Get-CimInstance' $PSBoundParameters
}
function Get-Process { [CmdletBinding()] param([int] $Id)
    Invoke-Practice 'Get-Process' $PSBoundParameters
}
function Start-Process { [CmdletBinding()] param([string] $FilePath, [string[]] $ArgumentList, [switch] $Wait, [switch] $PassThru)
    Invoke-Practice 'Start-Process' $PSBoundParameters
}
function Get-WinEvent { [CmdletBinding()] param([hashtable] $FilterHashtable, [long] $MaxEvents)
    Invoke-Practice 'Get-WinEvent' $PSBoundParameters | ForEach-Object { Complete-Event $_ }
}
function Test-Path { [CmdletBinding()] param([string] $LiteralPath, [string] $PathType)
    (Invoke-Practice 'Test-Path' $PSBoundParameters).exists
}
function New-Item { [CmdletBinding()] param([string] $Path, [string] $ItemType, [switch] $Force)
    Invoke-Practice 'New-Item' $PSBoundParameters
}
function Copy-Item { [CmdletBinding()] param([string] $LiteralPath, [string] $Destination, [switch] $Recurse)
    Invoke-Practice 'Copy-Item' $PSBoundParameters
}
function Move-Item { [CmdletBinding()] param([string] $LiteralPath, [string] $Destination)
    Invoke-Practice 'Move-Item' $PSBoundParameters
}
function Remove-Item { [CmdletBinding()] param([string] $LiteralPath, [switch] $Recurse, [switch] $Force)
    Invoke-Practice 'Remove-Item' $PSBoundParameters
}
function Set-Content { [CmdletBinding()] param([string] $LiteralPath, [string] $Value, [string] $Encoding)
    Invoke-Practice 'Set-Content' $PSBoundParameters
}
function Get-Content { [CmdletBinding()] param([string] $LiteralPath, [string] $Encoding)
    (Invoke-Practice 'Get-Content' $PSBoundParameters).text
}
function Get-FileHash { [CmdletBinding()] param([string] $LiteralPath, [string] $Algorithm)
    Invoke-Practice 'Get-FileHash' $PSBoundParameters
}
function Get-AuthenticodeSignature { [CmdletBinding()] param([string] $LiteralPath)
    Invoke-Practice 'Get-AuthenticodeSignature' $PSBoundParameters
}
function Get-ItemProperty { [CmdletBinding()] param([string] $LiteralPath)
    Invoke-Practice 'Get-ItemProperty' $PSBoundParameters
}
function Get-ChildItem { [CmdletBinding()] param([string] $LiteralPath, [switch] $Recurse, [switch] $Force, [switch] $File)
    Invoke-Practice 'Get-ChildItem' $PSBoundParameters | ForEach-Object { Complete-File $_ }
}
function Get-Item { [CmdletBinding()] param([string] $LiteralPath)
    if ($LiteralPath -notlike 'HKLM:*') { return Complete-File (Invoke-Practice 'Get-Item' $PSBoundParameters) }
    if ($LiteralPath -like '*\SQL Server Cryptographic Provider') { return New-RegistryKey @() }
    $above = [pscustomobject]@{ Path = $LiteralPath }
    $above | Add-Member -MemberType ScriptMethod -Name OpenSubKey -Value { param($name, $writable) New-RegistryKey @() }
    $above
}
function Get-Acl { [CmdletBinding()] param([string] $LiteralPath)
    $acl = Invoke-Practice 'Get-Acl' $PSBoundParameters
    $acl | Add-Member -MemberType ScriptMethod -Name SetSecurityDescriptorSddlForm -Value { param($sddl) $this.Sddl = $sddl }
    $acl | Add-Member -MemberType ScriptMethod -Name SetAccessRule -Value {
        param($rule)
        $this.Sddl = (Invoke-Practice 'Registry-Grant' @{ Account = $rule.Account; Rights = $rule.Rights }).Sddl
    }
    $acl
}
function Set-Acl { [CmdletBinding()] param([string] $LiteralPath, [object] $AclObject)
    Invoke-Practice 'Set-Acl' @{ LiteralPath = $LiteralPath; Sddl = $AclObject.Sddl }
}

# A rule that lets somebody into the registry is no type of every system.
function New-Object { [CmdletBinding()] param([Parameter(Position = 0)] [string] $TypeName, [Parameter(Position = 1)] [object[]] $ArgumentList)
    if ($TypeName -like '*RegistryAccessRule') {
        return [pscustomobject]@{ Account = $ArgumentList[0]; Rights = $ArgumentList[1] }
    }
    Microsoft.PowerShell.Utility\New-Object @PSBoundParameters
}

# JSON has no instants.
function Complete-Event([object] $Record) {
    $Record.TimeCreated = [datetime]::SpecifyKind([datetime] $Record.TimeCreated, 'Utc')
    $Record
}
function Complete-File([object] $Item) {
    if ($Item.PSObject.Properties['LastWriteTimeUtc']) {
        $Item.LastWriteTimeUtc = [datetime]::SpecifyKind([datetime] $Item.LastWriteTimeUtc, 'Utc')
    }
    $Item
}

# A key of the connector's own tree, with the methods of Microsoft.Win32.RegistryKey; nothing where there is none.
function New-RegistryKey([string[]] $Names) {
    $seen = Invoke-Practice 'Registry-Key' @{ Names = @($Names) }
    if ($seen) { Add-RegistryMethod ([pscustomobject]@{ Names = @($Names); Seen = $seen }) }
}

function Add-RegistryMethod([object] $Key) {
    $methods = @{
        GetSubKeyNames = { @($this.Seen.SubKeys) }
        GetValueNames = { @($this.Seen.Values.PSObject.Properties | ForEach-Object { $_.Name }) }
        GetValue = { param($name) $this.Seen.Values.$name }
        GetValueKind = { param($name) 'String' }
        OpenSubKey = { param($name, $writable) New-RegistryKey (@($this.Names) + $name) }
        CreateSubKey = {
            param($name)
            $empty = [pscustomobject]@{ SubKeys = @(); Values = [pscustomobject]@{} }
            Add-RegistryMethod ([pscustomobject]@{ Names = @($this.Names) + $name; Seen = $empty })
        }
        SetValue = {
            param($name, $value, $kind)
            Invoke-Practice 'Registry-Value' @{ Names = @($this.Names); Name = $name; Value = [string] $value }
        }
    }
    foreach ($name in $methods.Keys) {
        $Key | Add-Member -MemberType ScriptMethod -Name $name -Value $methods[$name]
    }
    $Key
}

Export-ModuleMember -Function '*-Service', '*-Process', '*-Item', '*-Content', '*-Acl', 'Get-CimInstance', 'Get-WinEvent', 'New-Object',
    'Test-Path', 'Get-FileHash', 'Get-AuthenticodeSignature', 'Get-ItemProperty', 'Get-ChildItem'
