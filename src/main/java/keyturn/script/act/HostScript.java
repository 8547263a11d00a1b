package keyturn.script.act;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import keyturn.script.powershell.PowerShell;
import org.jspecify.annotations.Nullable;

/**
 * The fixed scripts that act on a host. Each reads one line of JSON from {@code $input}, writes one line of JSON, and is written for
 * Windows PowerShell 5.1 and PowerShell 7; no part of its text is made from data. Each may be sent again: it looks first.
 */
public enum HostScript {
    COPY_FOLDER,
    EXPORT_REGISTRY,
    MERGE_REGISTRY,
    STOP_SERVICE,
    START_SERVICE,
    RESTART_SERVICE,
    SET_START_TYPE,
    UNINSTALL_PROGRAM,
    INSTALL_MSI,
    EXTRACT_DLL,
    PLACE_FILE,
    RENAME_FOLDER,
    DELETE_FOLDER,
    CHECK_FILE;

    /** In file names and in saved plans: {@code stop-service}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a word that is none of them */
    public static HostScript of(String word) {
        return Arrays.stream(values())
                .filter(script -> script.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    /** Lines ended by LF, the last one without; ASCII alone. */
    public String text() {
        String file = "/keyturn/script/host/" + word() + ".ps1";
        try (@Nullable InputStream content = HostScript.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("the program lacks its own file " + file);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program's own file " + file, unreadable);
        }
    }

    /** The lines that run it in a PowerShell of the host itself, with what it is told. */
    String with(String parameters) {
        return PowerShell.literal(parameters) + " | & {\n" + text() + "\n}";
    }
}
