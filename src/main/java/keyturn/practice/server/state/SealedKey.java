package keyturn.practice.server.state;

import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import keyturn.practice.tsql.types.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A database encryption key as it lies in its database: encrypted by the vault's key (RSA-OAEP). Under a certificate it
 * lies as it is, since a certificate of this range has no private half. Prints nothing of itself.
 */
public final class SealedKey {

    /** Of tempdb, whose key hangs on none of ours. */
    public static final SealedKey NONE = of(Bytes.of());

    /** What tells it from others; wrapping the same twice gives other bytes each time. */
    private final Bytes mark;

    private final Supplier<Bytes> maker;
    private @Nullable Bytes bytes;

    private SealedKey(Bytes mark, Supplier<Bytes> maker) {
        this.mark = mark;
        this.maker = maker;
    }

    public static SealedKey of(Bytes bytes) {
        return new SealedKey(bytes, () -> bytes);
    }

    /** One that was wrapped before the range began; done when first looked at, since there may be thousands. */
    public static SealedKey by(Supplier<RSAPublicKey> key, Bytes plain) {
        return new SealedKey(plain, () -> wrapped(key.get(), plain));
    }

    private static Bytes wrapped(RSAPublicKey key, Bytes plain) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return Bytes.of(cipher.doFinal(plain.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public synchronized Bytes bytes() {
        if (bytes == null) {
            bytes = maker.get();
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedKey that && mark.equals(that.mark);
    }

    @Override
    public int hashCode() {
        return mark.hashCode();
    }

    @Override
    public String toString() {
        return "sealed key";
    }
}
