# The doors of a practice range as the ready file that KEYTURN_READY names has them; the signed-in account is the practice
# application. Its certificate is trusted by this process through SSL_CERT_FILE.

function Get-Ready {
    Get-Content -LiteralPath $env:KEYTURN_READY -Raw -Encoding utf8 | ConvertFrom-Json
}

function Get-Token {
    param([Parameter(Mandatory = $true)] [string] $Resource)
    $ready = Get-Ready
    $form = @{ grant_type = 'client_credentials'; client_id = $ready.client; client_secret = $ready.secret; scope = "$Resource/.default" }
    (Invoke-RestMethod -Method Post -Uri "$($ready.login)/$($ready.tenant)/oauth2/v2.0/token" -Body $form).access_token
}

# One request to the server's vault. Any refusal is an error, in the vault's own words; NoneAt: nothing instead.
function Send-VaultRequest {
    param(
        [Parameter(Mandatory = $true)] [string] $VaultName,
        [Parameter(Mandatory = $true)] [string] $Path,
        [hashtable] $Body,
        [switch] $Post,
        [switch] $Patch,
        [int] $NoneAt = 0
    )
    if ($VaultName -ne 'keyturn-practice-vault') {
        throw "No such host is known. ($VaultName.vault.azure.net:443)"
    }
    $request = @{
        Uri = "$((Get-Ready).vault.TrimEnd('/'))/$($Path.TrimEnd('/'))?api-version=7.4"
        Headers = @{ Authorization = "Bearer $(Get-Token 'https://vault.azure.net')" }
        Method = if ($Patch) { 'Patch' } elseif ($Body -or $Post) { 'Post' } else { 'Get' }
        ContentType = 'application/json'
        SkipHttpErrorCheck = $true
        StatusCodeVariable = 'status'
    }
    if ($Body) {
        $request['Body'] = ConvertTo-Json $Body -Depth 5
    }
    $answer = Invoke-RestMethod @request
    if ($status -lt 300) {
        return $answer
    }
    if ($status -ne $NoneAt) {
        throw "Operation returned an invalid status code '$status'`nCode: $($answer.error.code)`nMessage: $($answer.error.message)"
    }
}

# One request to the directory. Any refusal is an error, in the directory's own words.
function Send-GraphRequest {
    param(
        [Parameter(Mandatory = $true)] [string] $Path,
        [hashtable] $Body
    )
    $request = @{
        Uri = "$((Get-Ready).graph.TrimEnd('/'))/v1.0/$Path"
        Headers = @{ Authorization = "Bearer $(Get-Token 'https://graph.microsoft.com')" }
        Method = if ($Body) { 'Post' } else { 'Get' }
        ContentType = 'application/json'
        SkipHttpErrorCheck = $true
        StatusCodeVariable = 'status'
    }
    if ($Body) {
        $request['Body'] = ConvertTo-Json $Body -Depth 5
    }
    $answer = Invoke-RestMethod @request
    if ($status -ge 300) {
        throw "$($answer.error.code): $($answer.error.message)"
    }
    $answer
}

# One request to the resource manager, in the subscription of the range; a body is put, or posted. Any refusal is an error, in its own words.
function Send-ManagerRequest {
    param(
        [Parameter(Mandatory = $true)] [string] $Path,
        [hashtable] $Body,
        [switch] $Post,
        [string] $ApiVersion = '2026-02-01',
        [string] $Filter
    )
    $asked = if ($Filter) { "&`$filter=$([uri]::EscapeDataString($Filter))" } else { '' }
    $request = @{
        Uri = "$((Get-Ready).azure.TrimEnd('/'))/subscriptions/00000000-7072-6163-7469-636500000010/$($Path)?api-version=$ApiVersion$asked"
        Headers = @{ Authorization = "Bearer $(Get-Token 'https://management.azure.com')" }
        Method = if ($Post) { 'Post' } elseif ($Body) { 'Put' } else { 'Get' }
        ContentType = 'application/json'
        SkipHttpErrorCheck = $true
        StatusCodeVariable = 'status'
    }
    if ($Body) {
        $request['Body'] = ConvertTo-Json $Body -Depth 6
    }
    $answer = Invoke-RestMethod @request
    if ($status -ge 300) {
        throw "$($answer.error.code): $($answer.error.message)"
    }
    $answer
}

Export-ModuleMember -Function Send-ManagerRequest, Get-Ready, Get-Token, Send-VaultRequest, Send-GraphRequest
