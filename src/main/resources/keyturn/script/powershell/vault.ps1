# Sends one HTTPS request to a vault or its sign-in service and returns status, challenge and content, whatever the status.
function Send-KeyturnRequest {
    param(
        [Parameter(Mandatory = $true)] [string] $Uri,
        [string] $Token = '',
        [string] $Body = '',
        [string] $ContentType = 'application/json'
    )
    [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.ServicePointManager]::SecurityProtocol -bor [System.Net.SecurityProtocolType]::Tls12
    $request = [System.Net.WebRequest]::CreateHttp($Uri)
    $request.AllowAutoRedirect = $false
    if ($null -ne $request.Proxy) {
        $request.Proxy.Credentials = [System.Net.CredentialCache]::DefaultNetworkCredentials
    }
    if ($Token) {
        $request.Headers['Authorization'] = "Bearer $Token"
    }
    try {
        if ($Body) {
            $bytes = [System.Text.Encoding]::UTF8.GetBytes($Body)
            $request.Method = 'POST'
            $request.ContentType = $ContentType
            $stream = $request.GetRequestStream()
            $stream.Write($bytes, 0, $bytes.Length)
            $stream.Close()
        }
        $response = $request.GetResponse()
    } catch {
        $cause = $_.Exception
        while ($null -ne $cause -and $cause -isnot [System.Net.WebException]) {
            $cause = $cause.InnerException
        }
        if ($null -eq $cause -or $null -eq $cause.Response) {
            throw
        }
        $response = $cause.Response
    }
    try {
        $reader = New-Object System.IO.StreamReader($response.GetResponseStream(), [System.Text.Encoding]::UTF8)
        $text = $reader.ReadToEnd()
        [pscustomobject] @{
            Status = [int] $response.StatusCode
            Challenge = [string] $response.Headers['WWW-Authenticate']
            Content = $(try { ConvertFrom-Json -InputObject $text } catch { $null })
        }
    } finally {
        $response.Close()
    }
}

# Returns the content of a successful answer. Any other answer ends the step with its error.
function Read-KeyturnAnswer {
    param([Parameter(Mandatory = $true)] [string] $Of, [Parameter(Mandatory = $true)] $Answer)
    if ($Answer.Status -ge 300) {
        $told = $Answer.Content.error
        $reason = if ($told -is [string]) { $Answer.Content.error_description } else { "$($told.code) $($told.innererror.code) $($told.message)" }
        throw "$Of answered $($Answer.Status): $reason"
    }
    $Answer.Content
}

# Bytes as a vault writes them, and back.
function ConvertTo-KeyturnBase64Url {
    param([Parameter(Mandatory = $true)] [byte[]] $Bytes)
    [Convert]::ToBase64String($Bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')
}

function ConvertFrom-KeyturnBase64Url {
    param([Parameter(Mandatory = $true)] [string] $Text)
    $base64 = $Text.Replace('-', '+').Replace('_', '/')
    , [Convert]::FromBase64String($base64.PadRight($base64.Length + (4 - $base64.Length % 4) % 4, '='))
}

# Does in the vault what SQL Server will do: gets a token and the key, wraps one value and unwraps it. With -EncryptHere the
# value is encrypted here with the public half of the key: a key that has expired wraps nothing and unwraps all the same. It signs in as the
# application whose secret the credentials hold, not as the account of Connect-AzAccount, because SQL Server uses the rights
# of the application. The secret is sent only to the sign-in service, in the body of one request over TLS, never in a file.
function Test-KeyturnVaultKey {
    param(
        [Parameter(Mandatory = $true)] [string] $Vault,
        [Parameter(Mandatory = $true)] [string] $Name,
        [string] $Version = '',
        [Parameter(Mandatory = $true)] [string] $Login,
        [Parameter(Mandatory = $true)] [string] $ClientId,
        [Parameter(Mandatory = $true)] [string] $SecretName,
        [switch] $EncryptHere
    )
    $api = '?api-version=7.4'
    $asked = Send-KeyturnRequest -Uri "$Vault/keys/$Name/$Version$api"
    if ($asked.Challenge -notmatch 'authorization(_uri)?="https://[^/"]+/([^/"]+)') {
        throw "$Vault answered $($asked.Status) and named no tenant to sign in to."
    }
    $tenant = $Matches[2]
    $form = @{
        grant_type = 'client_credentials'
        client_id = $ClientId
        client_secret = Read-KeyturnSecret $SecretName
        scope = ($Vault -replace '^https://[^.]+\.', 'https://') + '/.default'
    }
    $body = @($form.GetEnumerator() | ForEach-Object { "$($_.Key)=$([System.Uri]::EscapeDataString($_.Value))" }) -join '&'
    $signedIn = Send-KeyturnRequest -Uri "$Login/$tenant/oauth2/v2.0/token" -Body $body -ContentType 'application/x-www-form-urlencoded'
    $token = (Read-KeyturnAnswer -Of 'The sign-in of the application' -Answer $signedIn).access_token
    $got = Send-KeyturnRequest -Uri "$Vault/keys/$Name/$Version$api" -Token $token
    $key = (Read-KeyturnAnswer -Of 'The vault, asked for the key,' -Answer $got).key
    $one = ([System.Uri] $key.kid).Segments[-1]
    $value = New-Object byte[] 32
    $random = [System.Security.Cryptography.RandomNumberGenerator]::Create()
    $random.GetBytes($value)
    $plain = ConvertTo-KeyturnBase64Url $value
    if ($EncryptHere) {
        $public = New-Object System.Security.Cryptography.RSAParameters
        $public.Modulus = ConvertFrom-KeyturnBase64Url $key.n
        $public.Exponent = ConvertFrom-KeyturnBase64Url $key.e
        $rsa = New-Object System.Security.Cryptography.RSACryptoServiceProvider
        $rsa.ImportParameters($public)
        $wrapped = ConvertTo-KeyturnBase64Url $rsa.Encrypt($value, $true)
    } else {
        $wrap = ConvertTo-Json -Compress -InputObject @{ alg = 'RSA-OAEP'; value = $plain }
        $answer = Send-KeyturnRequest -Uri "$Vault/keys/$Name/$one/wrapkey$api" -Token $token -Body $wrap
        $wrapped = (Read-KeyturnAnswer -Of 'The vault, asked to wrap,' -Answer $answer).value
    }
    $unwrap = ConvertTo-Json -Compress -InputObject @{ alg = 'RSA-OAEP'; value = $wrapped }
    $answer = Send-KeyturnRequest -Uri "$Vault/keys/$Name/$one/unwrapkey$api" -Token $token -Body $unwrap
    $back = (Read-KeyturnAnswer -Of 'The vault, asked to unwrap,' -Answer $answer).value
    if ($back.TrimEnd('=') -cne $plain) {
        throw 'The vault unwrapped a different value than it had wrapped.'
    }
    if ($EncryptHere) {
        Write-Host "The application unwrapped a value with $Name/$one."
    } else {
        Write-Host "The application wrapped and unwrapped a value with $Name/$one."
    }
}
