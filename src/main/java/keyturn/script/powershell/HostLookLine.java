package keyturn.script.powershell;

import java.util.List;
import java.util.stream.Collectors;
import keyturn.plan.check.HostLook;

/** One line of PowerShell that shows on the host what a check asks about. It reads only, and runs in 5.1 and 7. */
public final class HostLookLine {

    private static final String WHO = " | Format-Table IdentityReference, %s, AccessControlType -AutoSize";

    private static final String SOURCE = "'SQL Server Connector for Microsoft Azure Key Vault'";

    private HostLookLine() {}

    public static String of(HostLook look) {
        return switch (look) {
            case HostLook.VisualCppRuntime runtime ->
                "Get-ItemProperty -LiteralPath "
                        + key("Microsoft\\VisualStudio\\14.0\\VC\\Runtimes\\X64")
                        + " | Select-Object Installed, Version";
            case HostLook.DotNet dotNet ->
                "(Get-ItemProperty -LiteralPath "
                        + key("Microsoft\\NET Framework Setup\\NDP\\v4\\Full")
                        + ").Release -ge 378675";
            case HostLook.RegistryRights rights ->
                "(Get-Acl -LiteralPath " + key("Microsoft\\SQL Server Cryptographic Provider") + ").Access"
                        + WHO.formatted("RegistryRights");
            case HostLook.FileRights rights -> {
                String file = PowerShell.literal(rights.dll().value());
                yield "(Get-Acl -LiteralPath " + file + ", (Split-Path -LiteralPath " + file + ")).Access"
                        + WHO.formatted("FileSystemRights");
            }
            case HostLook.KeyUris uris -> keyUris();
            case HostLook.ConnectorEvents events -> events();
            case HostLook.ServiceProxy proxy -> proxy(proxy.account());
            case HostLook.Reach reach -> reach(reach.hosts());
            case HostLook.Signature signature ->
                "Get-AuthenticodeSignature -LiteralPath "
                        + PowerShell.literal(signature.dll().value())
                        + " | Format-List Status, StatusMessage, SignerCertificate";
        };
    }

    private static String keyUris() {
        return "Get-ChildItem -LiteralPath " + key("Microsoft\\SQL Server Cryptographic Provider")
                + " -Recurse | Get-ItemProperty -Name KeyUri -ErrorAction SilentlyContinue"
                + " | Format-List PSChildName, KeyUri";
    }

    private static String events() {
        return "Get-WinEvent -FilterHashtable @{ LogName = 'Application'; ProviderName = " + SOURCE
                + " } -MaxEvents 50 | Format-List TimeCreated, Id, Message";
    }

    private static String proxy(String account) {
        return "Get-ItemProperty -LiteralPath ('Registry::HKEY_USERS\\' + (New-Object System.Security.Principal.NTAccount "
                + WindowsAccount.expression(account)
                + ").Translate([System.Security.Principal.SecurityIdentifier]).Value"
                + " + '\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings')"
                + " | Format-List ProxyEnable, ProxyServer, ProxyOverride, AutoConfigURL";
    }

    private static String reach(List<String> hosts) {
        return "@(" + hosts.stream().map(PowerShell::literal).collect(Collectors.joining(", "))
                + ") | ForEach-Object { Test-NetConnection -ComputerName $_ -Port 443 }"
                + " | Format-Table ComputerName, RemoteAddress, TcpTestSucceeded";
    }

    private static String key(String below) {
        return PowerShell.literal("HKLM:\\SOFTWARE\\" + below);
    }
}
