$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
$line = [Console]::In.ReadLine()
$script = [scriptblock]::Create([IO.File]::ReadAllText($env:KEYTURN_HOST_SCRIPT))
if ($env:KEYTURN_PRACTICE_MODULE) {
    $module = [scriptblock]::Create([IO.File]::ReadAllText($env:KEYTURN_PRACTICE_MODULE))
    New-Module -Name PracticeHost -ScriptBlock $module | Import-Module
}
if (-not $env:KEYTURN_HOST_COMPUTER) {
    $line | & $script
    exit 0
}
try { $session = New-PSSession -ComputerName $env:KEYTURN_HOST_COMPUTER }
catch {
    ConvertTo-Json -InputObject @{ notBegun = $_.Exception.Message } -Compress
    exit 0
}
try { Invoke-Command -Session $session -ScriptBlock $script -InputObject $line }
finally { Remove-PSSession -Session $session }
