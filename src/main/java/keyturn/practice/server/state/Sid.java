package keyturn.practice.server.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import keyturn.practice.tsql.types.Bytes;

/** Security identifiers: the same name has the same each time. */
public final class Sid {

    /** Bytes of one that a server makes. */
    public static final int LENGTH = 16;

    private Sid() {}

    public static Bytes of(String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return Bytes.of(ByteBuffer.allocate(LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }
}
