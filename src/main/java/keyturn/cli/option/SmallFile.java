package keyturn.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import keyturn.cli.Ended;

/** A file that a person wrote or was given: an ordinary one, and no larger than such files are. */
public final class SmallFile {

    private static final int MOST_BYTES = 1 << 20;

    private SmallFile() {}

    /** @throws Ended if there is none, it is no ordinary file, it is too large, or it cannot be read */
    static byte[] read(Path file) throws Ended {
        return read(file, MOST_BYTES);
    }

    /**
     * @param most bytes
     * @throws Ended as {@link #read(Path)}
     */
    public static byte[] read(Path file, int most) throws Ended {
        if (!Files.isRegularFile(file)) {
            throw Ended.usage(Files.exists(file) ? "file.notOrdinary" : "file.missing", file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                Arrays.fill(content, (byte) 0);
                throw Ended.usage("file.large", file, most);
            }
            return content;
        } catch (IOException unreadable) {
            throw Ended.usage("file.unreadable", file, unreadable.getClass().getSimpleName());
        }
    }
}
