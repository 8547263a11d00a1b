package keyturn.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one written form of facts that a digest is taken over: the same facts give the same bytes on every machine. */
final class CanonicalFacts {

    private CanonicalFacts() {}

    static String digest(Inspection.ServerIdentity identity, Inspection.Facts facts) {
        return sha256(identity + "\n" + facts.providers());
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
