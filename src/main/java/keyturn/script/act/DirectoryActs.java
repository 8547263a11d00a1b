package keyturn.script.act;

import java.time.Instant;
import keyturn.domain.azure.ClientId;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.SpreadBound;
import keyturn.script.Script;
import keyturn.script.powershell.PowerShell;

/** Acts in the directory, and the Az.Resources lines that do the same (documents: New-AzADAppCredential, Get-AzADAppCredential). */
public final class DirectoryActs {

    private DirectoryActs() {}

    static Act of(DirectoryStep step) {
        return switch (step) {
            case DirectoryStep.AddAppSecret add -> addSecret(add);
            case DirectoryStep.RemoveAppSecret remove ->
                remove.operator()
                        ? new OperatorTask(removed(remove.application(), remove.keyId()))
                        : removeSecret(remove.application(), remove.keyId());
        };
    }

    private static Act addSecret(DirectoryStep.AddAppSecret add) {
        return add.operator()
                ? new OperatorTask(made(add.application(), add.name(), add.expires()) + "\n" + shownOnce())
                : addSecret(add.application(), add.name(), add.expires(), KeyActs.APPLICATION_SECRET);
    }

    /**
     * The act with the lines that do the same.
     *
     * @param slot the number under which later acts need the secret
     */
    public static DirectoryAct.AddSecret addSecret(ClientId application, String name, Instant expires, int slot) {
        String lines = conducted(made(application, name, expires), slot);
        return new DirectoryAct.AddSecret(application, name, expires, slot, lines);
    }

    /** The act with the lines that do the same. */
    public static DirectoryAct.RemoveSecret removeSecret(ClientId application, String keyId) {
        return new DirectoryAct.RemoveSecret(application, keyId, removed(application, keyId));
    }

    /** Whether it is gone already. */
    public static String find(DirectoryStep.RemoveAppSecret remove) {
        return "[pscustomobject] @{ done = @(Get-AzADAppCredential -ApplicationId "
                + PowerShell.literal(remove.application().value()) + " | Where-Object { $_.KeyId -eq "
                + PowerShell.literal(remove.keyId()) + " }).Count -eq 0; moved = [System.DBNull]::Value }";
    }

    /**
     * Nothing is done where it is gone already; the last valid one stays (document: Remove-AzADAppCredential). Certificates are listed
     * too, and are no secret: what has no hint is not counted. Times are compared in UTC, whatever kind the module gives them.
     */
    private static String removed(ClientId application, String keyId) {
        return """
                $secrets = @(Get-AzADAppCredential -ApplicationId %1$s)
                if (@($secrets | Where-Object { $_.KeyId -eq %2$s }).Count -gt 0) {
                    $now = (Get-Date).ToUniversalTime()
                    $others = @($secrets | Where-Object { $_.KeyId -ne %2$s -and $_.PSObject.Properties.Match('Hint').Count -gt 0 })
                    if (@($others | Where-Object {
                                $(if ($_.EndDateTime.Kind -eq 'Local') { $_.EndDateTime.ToUniversalTime() } else { $_.EndDateTime }) -gt $now
                            }).Count -eq 0) {
                        throw %3$s
                    }
                    Remove-AzADAppCredential -ApplicationId %1$s -KeyId %2$s
                }""".formatted(
                        PowerShell.literal(application.value()),
                        PowerShell.literal(keyId),
                        PowerShell.literal("The application has no other valid secret; nothing was removed."));
    }

    /** A label goes only through -PasswordCredentials: -DisplayName would choose an application by its name. */
    private static String made(ClientId application, String name, Instant expires) {
        return """
                if (@(Get-AzADAppCredential -ApplicationId %1$s | Where-Object { $_.DisplayName -eq %2$s }).Count -gt 0) {
                    throw %3$s
                }
                $made = New-AzADAppCredential -ApplicationId %1$s -PasswordCredentials @{ displayName = %2$s; endDateTime = %4$s }""".formatted(
                        PowerShell.literal(application.value()),
                        PowerShell.literal(name),
                        PowerShell.literal("The application has a secret of this name; nothing was made."),
                        PowerShell.literal(expires.toString()));
    }

    /** Anyone who is to have it reads it here, once. */
    public static String shownOnce() {
        return "# Shown only once: give it to the person who runs the plan, in a way that keeps no copy.\n"
                + "$made | Format-List -Property DisplayName, KeyId, EndDateTime, SecretText";
    }

    /** For the steps that follow in the same script; a secret that was handed in is taken instead. */
    private static String conducted(String made, int slot) {
        String name = PowerShell.literal(Script.secretName(slot));
        return """
                if ($Secret.ContainsKey(%1$s)) {
                    Write-Host %2$s
                } else {
                %3$s
                    $Secret[%1$s] = ConvertTo-SecureString -String $made.SecretText -AsPlainText -Force
                    $made | Format-List -Property DisplayName, KeyId, EndDateTime
                }""".formatted(
                        name,
                        PowerShell.literal("A secret was provided, so none is made."),
                        made.indent(4).stripTrailing());
    }

    /** Repeats what needs a fresh secret while the directory does not know it everywhere. */
    static String spread(String once, int times) {
        return """
                for ($repeat = 0; ; $repeat++) {
                    try {
                        foreach ($time in 1..%1$s) {
                %2$s
                        }
                        break
                    } catch {
                        if ($repeat -ge %3$s -or "$_" -notmatch 'AADSTS7000215') {
                            throw
                        }
                        Start-Sleep -Seconds %4$s
                    }
                }""".formatted(times, once.indent(12).stripTrailing(), SpreadBound.TIMES, SpreadBound.PAUSE.toSeconds());
    }
}
