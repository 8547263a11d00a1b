package keyturn.practice.server.state;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import keyturn.practice.tsql.types.Bytes;

/**
 * The public half of an RSA key as the catalog shows it: a PUBLICKEYBLOB of Windows, whose numbers stand with their
 * lowest byte first.
 */
public final class PublicHalf {

    private static final int HEAD = 20;
    private static final byte PUBLIC_KEY_BLOB = 6;
    private static final byte VERSION = 2;
    private static final int EXCHANGE = 0xA400;

    private PublicHalf() {}

    public static Bytes of(RSAPublicKey key) {
        return of(key.getModulus(), key.getPublicExponent());
    }

    public static Bytes of(BigInteger modulus, BigInteger exponent) {
        int bits = modulus.bitLength();
        int length = (bits + 7) / 8;
        ByteBuffer blob = ByteBuffer.allocate(HEAD + length).order(ByteOrder.LITTLE_ENDIAN);
        blob.put(PUBLIC_KEY_BLOB).put(VERSION).putShort((short) 0).putInt(EXCHANGE);
        blob.put("RSA1".getBytes(StandardCharsets.US_ASCII)).putInt(bits).putInt(exponent.intValue());
        byte[] number = modulus.toByteArray();
        for (int place = 0; place < length; place++) {
            blob.put(number[number.length - 1 - place]);
        }
        return Bytes.of(blob.array());
    }
}
