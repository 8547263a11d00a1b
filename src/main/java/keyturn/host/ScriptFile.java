package keyturn.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A script's text in a file that its owner alone may change, for as long as it runs; on Windows the user's own folder sees to that. */
record ScriptFile(Path path) implements AutoCloseable {

    static ScriptFile of(String script) throws IOException {
        FileAttribute<?>[] owner =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Path file = Files.createTempFile("keyturn-host", ".ps1", owner);
        return new ScriptFile(Files.writeString(file, script, StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
