package keyturn.domain;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as this project writes it: {@code sha256:} and 64 digits. */
public final class Sha256 {

    private static final String PREFIX = "sha256:";

    private final MessageDigest digest = digest();

    /** Of the text as UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String of(byte[] content) {
        return PREFIX + hex(content);
    }

    /** The 64 digits alone, as {@code sha256sum} writes them. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /** What is written there counts, and is kept nowhere; for content that need not be in memory as a whole. */
    public OutputStream sink() {
        return new DigestOutputStream(OutputStream.nullOutputStream(), digest);
    }

    /** Of what was written since the last call. */
    public String finish() {
        return PREFIX + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
