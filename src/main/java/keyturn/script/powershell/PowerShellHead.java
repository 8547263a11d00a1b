package keyturn.script.powershell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import keyturn.script.Bounds;
import keyturn.script.LockText;
import org.jspecify.annotations.Nullable;

/**
 * What stands once at the head of every PowerShell script: parameters named as those of Invoke-Sqlcmd, and functions over
 * System.Data.SqlClient, which is part of Windows PowerShell 5.1 and of PowerShell 7, so that no module is needed.
 */
public final class PowerShellHead {

    private PowerShellHead() {}

    /** Lines ended by LF; the last one without. */
    public static String text() {
        return resource("head.ps1") + "\n\n" + secret();
    }

    /** What reads a secret. */
    static String secret() {
        return resource("secret.ps1");
    }

    /** What tries a key of the vault. */
    public static String vault() {
        return resource("vault.ps1");
    }

    /** What backs several keys of a vault up, with places for what a plan fills in. */
    public static String backup() {
        return resource("backup.ps1");
    }

    /** What stands around it where a scheduled task repeats it, with places likewise. */
    static String schedule() {
        return resource("schedule.ps1");
    }

    /** What looks for a key of the vault before one is made. */
    static String taken() {
        return resource("taken.ps1");
    }

    /** What stands after it where each step looks before it acts. */
    static String guards() {
        return resource("guard.ps1");
    }

    /** What performs steps on the host. */
    static String host() {
        return resource("host.ps1");
    }

    /** What holds the lock and repeats what was refused for want of one, within these bounds. */
    static String lock(Bounds bounds) {
        return "$KeyturnRepeats = " + bounds.repeats() + "\n$KeyturnPause = "
                + bounds.pause().toSeconds()
                + "\n$KeyturnLockBatch = " + PowerShell.literal(LockText.TAKE + "\nSELECT @got;") + "\n\n"
                + resource("lock.ps1");
    }

    private static String resource(String name) {
        try (@Nullable InputStream file = PowerShellHead.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its own file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program's own file " + name, unreadable);
        }
    }
}
