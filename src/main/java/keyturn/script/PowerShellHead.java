package keyturn.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What stands once at the head of every PowerShell script: parameters named as those of Invoke-Sqlcmd, and a function over
 * System.Data.SqlClient, which is part of Windows PowerShell 5.1 and of PowerShell 7, so that no module is needed.
 */
final class PowerShellHead {

    private static final String RESOURCE = "head.ps1";

    private PowerShellHead() {}

    /** Lines ended by LF; the last one without. */
    static String text() {
        try (@Nullable InputStream head = PowerShellHead.class.getResourceAsStream(RESOURCE)) {
            if (head == null) {
                throw new IllegalStateException("the program lacks its own file " + RESOURCE);
            }
            return new String(head.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program's own file " + RESOURCE, unreadable);
        }
    }
}
