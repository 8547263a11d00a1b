package keyturn.practice.vault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import keyturn.practice.web.Json;
import org.jspecify.annotations.Nullable;

/** A key pair, made when first looked at. Prints nothing of itself. */
public final class KeyMaterial {

    private final Supplier<KeyPair> maker;
    private @Nullable KeyPair pair;

    KeyMaterial(Supplier<KeyPair> maker) {
        this.maker = maker;
    }

    static KeyMaterial of(KeyPair pair) {
        return new KeyMaterial(() -> pair);
    }

    public synchronized KeyPair pair() {
        if (pair == null) {
            pair = maker.get();
        }
        return pair;
    }

    boolean rsa() {
        return pair().getPublic() instanceof RSAPublicKey;
    }

    /** Bits of the modulus, or of the curve. */
    public int bits() {
        return switch (pair().getPublic()) {
            case RSAPublicKey r -> r.getModulus().bitLength();
            case ECPublicKey e -> e.getParams().getCurve().getField().getFieldSize();
            default -> throw new IllegalStateException("A key of a third kind.");
        };
    }

    /** The public half, as a JSON web key has it. */
    ObjectNode published() {
        ObjectNode key = Json.object();
        switch (pair().getPublic()) {
            case RSAPublicKey r ->
                key.put("n", unsigned(r.getModulus(), 0)).put("e", unsigned(r.getPublicExponent(), 0));
            case ECPublicKey e -> {
                int bits = bits();
                key.put("crv", "P-" + bits)
                        .put("x", unsigned(e.getW().getAffineX(), (bits + 7) / 8))
                        .put("y", unsigned(e.getW().getAffineY(), (bits + 7) / 8));
            }
            default -> throw new IllegalStateException("A key of a third kind.");
        }
        return key;
    }

    private static String unsigned(BigInteger number, int least) {
        byte[] bytes = number.toByteArray();
        byte[] bare = bytes[0] == 0 && bytes.length > 1 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        byte[] wide = new byte[Math.max(least, bare.length)];
        System.arraycopy(bare, 0, wide, wide.length - bare.length, bare.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(wide);
    }

    @Override
    public String toString() {
        return "key material";
    }
}
