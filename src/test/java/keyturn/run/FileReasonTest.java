package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import keyturn.domain.Message;
import keyturn.run.files.FileReason;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody reads the name of a Java class. */
@BesideOthers
final class FileReasonTest {

    @Test
    void whyAFileCannotBeUsedIsSaidInWords(@TempDir Path folder) {
        Path none = folder.resolve("none").resolve("file");
        IOException missing = assertThrows(IOException.class, () -> Files.writeString(none, "text"));
        assertEquals(Message.of("run.file.missing", none.toString()).text(), FileReason.of(missing));
        assertEquals(
                Message.of("run.file.denied", "C:\\runs").text(), FileReason.of(new AccessDeniedException("C:\\runs")));
        assertEquals("the disk is full", FileReason.of(new IOException("the disk is full")));
    }
}
