package keyturn.domain.azure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import keyturn.domain.Thumbprint;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** A thumbprint is known again as that of a key in the written forms that are usual, and of no other key. */
@BesideOthers
final class ThumbprintFormsTest {

    private static final RSAPublicKey KEY = key();
    private static final RSAPublicKey OTHER = key();

    @Test
    void theHashOfAWrittenFormIsThatOfTheKey() throws Exception {
        byte[] whole = KEY.getEncoded();
        byte[] inner = Arrays.copyOfRange(whole, 24, whole.length);
        for (byte[] form : new byte[][] {whole, inner, KEY.getModulus().toByteArray()}) {
            assertTrue(ThumbprintForms.isOf(sha1(form), KEY.getModulus()));
            assertFalse(ThumbprintForms.isOf(sha1(form), OTHER.getModulus()));
        }
    }

    /** As CryptoAPI has it: PUBLICKEYBLOB. */
    @Test
    void theHashOfAWindowsBlobIsThatOfTheKey() throws Exception {
        byte[] head = {6, 2, 0, 0, 0, (byte) 0xA4, 0, 0, 'R', 'S', 'A', '1', 0, 8, 0, 0, 1, 0, 1, 0};
        byte[] blob = Arrays.copyOf(head, head.length + 256);
        BigInteger rest = KEY.getModulus();
        for (int place = head.length; place < blob.length; place++) {
            blob[place] = rest.byteValue();
            rest = rest.shiftRight(8);
        }
        assertTrue(ThumbprintForms.isOf(sha1(blob), KEY.getModulus()));
    }

    @Test
    void anOldThumbprintIsThatOfNoKey() {
        assertFalse(ThumbprintForms.isOf(new Thumbprint("2C5677D76F76D77F80"), KEY.getModulus()));
    }

    private static Thumbprint sha1(byte[] form) throws Exception {
        return Thumbprint.of(MessageDigest.getInstance("SHA-1").digest(form));
    }

    private static RSAPublicKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return (RSAPublicKey) pair.getPublic();
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
