package keyturn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordFileTest {

    @TempDir
    Path folder;

    @BeforeEach
    void modes() {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "files have no modes here");
    }

    @Test
    void thePasswordIsTheFirstLineWithoutItsEnd() throws IOException, Ended {
        assertArrayEquals(
                "Geheim 鍵 1".toCharArray(),
                PasswordFile.read(file("\uFEFFGeheim 鍵 1\r\nrest", "rw-------")).reveal());
        assertArrayEquals(
                "x".toCharArray(), PasswordFile.read(file("x", "r--------")).reveal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void aFileThatOthersMayReadOrChangeIsRefused(String mode) throws IOException {
        assertEquals("cli.passwordFile.mode", refusal("x", mode));
    }

    @Test
    void anEmptyFirstLineAndWrongEncodingAreRefused() throws IOException {
        assertEquals("cli.passwordFile.empty", refusal("\nsecond", "rw-------"));
        Path file = file("", "rw-------");
        Files.write(file, new byte[] {(byte) 0xfc});
        assertEquals(
                "cli.passwordFile.encoding",
                assertThrows(Ended.class, () -> PasswordFile.read(file))
                        .problems()
                        .getFirst()
                        .code());
    }

    private String refusal(String content, String mode) throws IOException {
        Path file = file(content, mode);
        return assertThrows(Ended.class, () -> PasswordFile.read(file))
                .problems()
                .getFirst()
                .code();
    }

    private Path file(String content, String mode) throws IOException {
        Path file = Files.createTempFile(folder, "password", ".txt");
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
