package keyturn.script.powershell;

import java.util.Locale;

/** A service account as SQL Server and Windows name it, as PowerShell finds it on the host. */
public final class WindowsAccount {

    private static final String LOCAL = ".\\";

    private WindowsAccount() {}

    /** An expression: the names that services have for the system and for accounts of the computer itself resolve nowhere else. */
    public static String expression(String account) {
        if (account.toLowerCase(Locale.ROOT).equals("localsystem")) {
            return PowerShell.literal("NT AUTHORITY\\SYSTEM");
        }
        return account.startsWith(LOCAL)
                ? "($env:COMPUTERNAME + " + PowerShell.literal(account.substring(1)) + ")"
                : PowerShell.literal(account);
    }
}
