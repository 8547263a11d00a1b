package keyturn.practice.server.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import keyturn.practice.tsql.types.Bytes;

/** What follows from the names of a vault and a key, so that it is the same in every range. */
public final class DerivedKey {

    private DerivedKey() {}

    /** A key's version whose id and thumbprint follow from its name and its number, so that they are the same each time. */
    public static Vault.Version version(String vault, String key, int number, int bits) {
        byte[] digest = digest(vault + "/" + key + "/" + number);
        return new Vault.Version(
                HexFormat.of().formatHex(digest, 0, 16),
                Bytes.of(digest(HexFormat.of().formatHex(digest))),
                bits,
                KeyAccess.OPEN);
    }

    /** What connectors up to 1.0.4.0 make of a key's name: 9 bytes. */
    public static Bytes shortThumbprint(String key) {
        return Bytes.of(Arrays.copyOf(digest(key.toLowerCase(Locale.ROOT)), 9));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
