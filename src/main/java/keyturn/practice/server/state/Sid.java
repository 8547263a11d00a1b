package keyturn.practice.server.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import keyturn.practice.tsql.types.Bytes;

/** Security identifiers: the same name has the same each time. */
public final class Sid {

    /** Bytes of one that a server makes. */
    public static final int LENGTH = 16;

    private static final byte[] KEY_HEAD = {1, 6, 0, 0, 0, 0, 0, 9, 4, 0, 0, 0};

    private Sid() {}

    /**
     * That of a login made from a provider's key: the thumbprint behind an authority and its first number, as that of a
     * certificate's login is made (inferred; no document tells it of a key).
     */
    public static Bytes ofKey(Bytes thumbprint) {
        byte[] tail = thumbprint.toArray();
        return Bytes.of(ByteBuffer.allocate(KEY_HEAD.length + tail.length)
                .put(KEY_HEAD)
                .put(tail)
                .array());
    }

    public static Bytes of(String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return Bytes.of(ByteBuffer.allocate(LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }
}
