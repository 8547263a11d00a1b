package keyturn.run.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import keyturn.script.act.Act;

/** SHA-256 as this project writes it: {@code sha256:} and 64 digits. */
public final class Digests {

    private Digests() {}

    /** Of what is shown of an act: secrets stand outside. */
    public static String of(Act act) {
        return of(act.shownAsTSql());
    }

    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
