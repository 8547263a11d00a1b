package keyturn.practice.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What shall be the same each time is made of what it is for. */
final class Digests {

    private Digests() {}

    static byte[] sha256(String what) {
        return of("SHA-256", "keyturn practice " + what);
    }

    static byte[] sha1(String what) {
        return of("SHA-1", what);
    }

    private static byte[] of(String algorithm, String what) {
        try {
            return MessageDigest.getInstance(algorithm).digest(what.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
