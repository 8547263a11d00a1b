package keyturn.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import keyturn.run.files.DurableFile;

/** Writes a file that was not there before, whole or not at all; what lies under its name stays. */
public final class NewFile {

    private NewFile() {}

    /** To be asked before the work whose result the file shall hold. */
    public static void checkFree(Path file) throws Ended {
        if (Files.exists(file)) {
            throw Ended.usage("newFile.exists", file);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Ended.usage("newFile.folder", file);
        }
    }

    public static void write(Path file, String text) throws Ended {
        try {
            DurableFile.writeNew(file, text);
        } catch (FileAlreadyExistsException taken) {
            throw Ended.usage("newFile.exists", file);
        } catch (IOException failed) {
            throw Ended.usage("newFile.failed", file, String.valueOf(failed.getMessage()));
        }
    }
}
