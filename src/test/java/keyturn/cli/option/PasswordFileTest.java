package keyturn.cli.option;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import keyturn.cli.Ended;
import keyturn.run.files.DurableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordFileTest {

    @TempDir
    Path folder;

    private static boolean modes() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    @Test
    void thePasswordIsTheFirstLineWithoutItsEnd() throws IOException, Ended {
        assertArrayEquals(
                "Geheim 鍵 1".toCharArray(),
                PasswordFile.read(file("\uFEFFGeheim 鍵 1\r\nrest")).reveal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void aFileThatOthersMayReadOrChangeIsRefused(String mode) throws IOException {
        assumeTrue(modes(), "files have no modes here");
        Path file = Files.setPosixFilePermissions(file("x"), PosixFilePermissions.fromString(mode));
        assertEquals("cli.passwordFile.mode", refusal(file));
    }

    @Test
    void aFileThatItsOwnerMayOnlyReadIsFine() throws IOException, Ended {
        assumeTrue(modes(), "files have no modes here");
        Path file = Files.setPosixFilePermissions(file("x"), PosixFilePermissions.fromString("r--------"));
        assertArrayEquals("x".toCharArray(), PasswordFile.read(file).reveal());
    }

    @Test
    void aFileThatAnAccessListOpensToOthersIsRefused() throws IOException {
        assumeTrue(!modes(), "files have modes here");
        Path file = file("x");
        var list = Files.getFileAttributeView(file, AclFileAttributeView.class);
        List<AclEntry> entries = new ArrayList<>(list.getAcl());
        entries.add(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(
                        FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("Everyone"))
                .setPermissions(AclEntryPermission.READ_DATA)
                .build());
        list.setAcl(entries);
        assertEquals("cli.passwordFile.list", refusal(file));
    }

    @Test
    void anEmptyFirstLineAndWrongEncodingAreRefused() throws IOException {
        assertEquals("cli.passwordFile.empty", refusal(file("\nsecond")));
        Path file = file("");
        Files.write(file, new byte[] {(byte) 0xfc});
        assertEquals("cli.passwordFile.encoding", refusal(file));
    }

    private static String refusal(Path file) {
        return assertThrows(Ended.class, () -> PasswordFile.read(file))
                .problems()
                .getFirst()
                .code();
    }

    /** For its owner only. */
    private Path file(String content) throws IOException {
        Path file = folder.resolve("password-" + content.length() + ".txt");
        DurableFile.writeNew(file, content);
        return file;
    }
}
