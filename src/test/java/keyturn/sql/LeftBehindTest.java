package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftBehindTest {

    @Test
    void whatAKilledProgramLeftIsSweptAndWhatAnotherOneUsesIsNot(@TempDir Path folder) throws Exception {
        Path old = trust(folder.resolve("keyturn-trust1"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        Path used = trust(folder.resolve("keyturn-trust2"));

        new LeftBehind(folder).sweep();

        assertFalse(Files.exists(old));
        assertTrue(Files.exists(used.resolve("trust.p12")));
    }

    private static Path trust(Path folder) throws Exception {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("trust.p12"), "certificates");
        return folder;
    }
}
