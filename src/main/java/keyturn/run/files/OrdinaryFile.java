package keyturn.run.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import keyturn.domain.Sha256;

/**
 * Reads files that lie in folders of runs: ordinary ones alone, and none larger than such files become. A pipe or a device there
 * would never end.
 */
public final class OrdinaryFile {

    /** Ten thousand databases take a tenth of it. */
    private static final long MOST_BYTES = 512L << 20;

    private OrdinaryFile() {}

    /** A link to an ordinary file counts as one. */
    public static boolean isThere(Path file) {
        return Files.isRegularFile(file);
    }

    /** It is there, and is itself an ordinary file: no link, pipe or device. */
    public static boolean isItself(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** @throws IOException if it is not there, is no ordinary file, is too large, or cannot be read */
    public static byte[] bytes(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return in.readNBytes((int) MOST_BYTES);
        }
    }

    /**
     * As {@link #bytes}, in UTF-8.
     *
     * @throws IOException also if it is no UTF-8
     */
    public static String text(Path file) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(file)))
                .toString();
    }

    /**
     * {@code sha256:} and the digits, without taking the file into memory.
     *
     * @throws IOException as {@link #bytes}
     */
    public static String digest(Path file) throws IOException {
        Sha256 sum = new Sha256();
        try (InputStream in = open(file);
                OutputStream sink = sum.sink()) {
            in.transferTo(sink);
        }
        return sum.finish();
    }

    /** @throws IOException if something else than an ordinary file has this name */
    public static void demand(Path file) throws IOException {
        if (!isThere(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("not an ordinary file: " + file);
        }
    }

    private static InputStream open(Path file) throws IOException {
        demand(file);
        if (!isThere(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("larger than " + MOST_BYTES + " bytes: " + file);
        }
        return Files.newInputStream(file);
    }
}
