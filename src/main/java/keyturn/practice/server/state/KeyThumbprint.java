package keyturn.practice.server.state;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import keyturn.practice.tsql.types.Bytes;

/**
 * What a connector knows a key by. Up to 1.0.4.0 a thumbprint is the key's name itself, six bits for each character: so
 * {@code 0x2C5677D76F76D77F80} of Microsoft's article on error 33111 reads {@code KEY20181029}, and so no name is longer
 * than 26 characters. From 1.0.5.0 on it is twenty bytes made of the key itself; of which form of it, no page tells.
 */
public final class KeyThumbprint {

    /** The place of a character is its number; that of the mark at the start ends a name. */
    private static final String LETTERS = "|ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";

    private static final int BITS = 6;

    private KeyThumbprint() {}

    /** Of the public half of a key. */
    public static Bytes of(RSAPublicKey key) {
        return of(key.getModulus(), key.getPublicExponent());
    }

    /** Of a key's modulus and exponent: the digest of both. */
    public static Bytes of(BigInteger modulus, BigInteger exponent) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(modulus.toByteArray());
            digest.update(exponent.toByteArray());
            return Bytes.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a name; empty where a character has no number. */
    public static Optional<Bytes> ofName(String name) {
        BigInteger packed = BigInteger.ZERO;
        for (int i = 0; i < name.length(); i++) {
            int number = LETTERS.indexOf(name.charAt(i));
            if (number < 1) {
                return Optional.empty();
            }
            packed = packed.shiftLeft(BITS).or(BigInteger.valueOf(number));
        }
        int length = (name.length() * BITS + 7) / 8;
        byte[] bytes = packed.shiftLeft(length * 8 - name.length() * BITS).toByteArray();
        byte[] whole = new byte[length];
        int extra = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, extra, whole, length - (bytes.length - extra), bytes.length - extra);
        return Optional.of(Bytes.of(whole));
    }

    /** The name that a thumbprint is; empty for one that is none. */
    public static Optional<String> name(Bytes thumbprint) {
        BigInteger packed = new BigInteger(1, thumbprint.toArray());
        int spare = thumbprint.length() * 8 % BITS;
        int letters = thumbprint.length() * 8 / BITS;
        StringBuilder name = new StringBuilder();
        for (int i = letters - 1; i >= 0; i--) {
            int number = packed.shiftRight(spare + i * BITS).intValue() & (1 << BITS) - 1;
            name.append(LETTERS.charAt(number));
        }
        String read = name.toString().replaceFirst("\\|+$", "");
        return ofName(read).filter(thumbprint::equals).map(same -> read);
    }
}
