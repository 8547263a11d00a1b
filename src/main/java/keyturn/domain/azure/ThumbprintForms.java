package keyturn.domain.azure;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.Thumbprint;

/**
 * Whether a thumbprint of 20 bytes is that of an RSA key, by its public half. Documents call it the SHA-1 hash of the key (document:
 * sys.asymmetric_keys) and do not say of which of its written forms, so the usual ones are tried. A match is proof, since no other
 * key has that hash; that none matches proves nothing.
 */
public final class ThumbprintForms {

    /** Of every RSA key that a vault makes or takes (document: about keys, secrets and certificates). */
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    private static final int KEY_EXCHANGE = 0xA400;
    private static final int SIGNATURE = 0x2400;

    private ThumbprintForms() {}

    public static boolean isOf(Thumbprint thumbprint, BigInteger modulus) {
        return forms(modulus).map(ThumbprintForms::sha1).anyMatch(thumbprint::equals);
    }

    private static Stream<byte[]> forms(BigInteger modulus) {
        byte[] signed = modulus.toByteArray();
        byte[] plain = signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
        byte[] turned = turned(plain);
        byte[] exponent = EXPONENT.toByteArray();
        return Stream.concat(
                Stream.of(
                        plain,
                        signed,
                        turned,
                        joined(plain, exponent),
                        joined(signed, exponent),
                        joined(exponent, plain),
                        joined(turned, turned(exponent)),
                        blob(KEY_EXCHANGE, plain, turned),
                        blob(SIGNATURE, plain, turned)),
                encoded(modulus).stream());
    }

    /** As CryptoAPI writes a public key: header, RSA1, bits, exponent, modulus, all with the lowest byte first. */
    private static byte[] blob(int algorithm, byte[] plain, byte[] turned) {
        byte[] header = {6, 2, 0, 0, 0, (byte) (algorithm >> 8), 0, 0, 'R', 'S', 'A', '1'};
        int bits = plain.length * 8;
        byte[] size = {(byte) bits, (byte) (bits >> 8), 0, 0};
        byte[] exponent = {1, 0, 1, 0};
        return joined(joined(header, size), joined(exponent, turned));
    }

    /** SubjectPublicKeyInfo, and the RSAPublicKey inside it. */
    private static List<byte[]> encoded(BigInteger modulus) {
        try {
            byte[] whole = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, EXPONENT))
                    .getEncoded();
            int inner = whole.length - innerLength(modulus);
            return List.of(whole, Arrays.copyOfRange(whole, inner, whole.length));
        } catch (InvalidKeySpecException noKeyOfThisSize) {
            return List.of();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** A sequence of two integers: each with tag and length before it. */
    private static int innerLength(BigInteger modulus) {
        int content = whole(modulus.toByteArray().length) + whole(EXPONENT.toByteArray().length);
        return whole(content);
    }

    private static int whole(int content) {
        int length = content < 128 ? 1 : content < 256 ? 2 : 3;
        return 1 + length + content;
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int place = 0; place < bytes.length; place++) {
            turned[place] = bytes[bytes.length - 1 - place];
        }
        return turned;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(first.length + second.length);
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }

    private static Thumbprint sha1(byte[] form) {
        try {
            return Thumbprint.of(MessageDigest.getInstance("SHA-1").digest(form));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
