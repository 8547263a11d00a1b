package keyturn.practice.tds.codec;

import java.util.UUID;

/** Bodies of uniqueidentifier: the first three groups little-endian, the rest as written. */
final class Guids {

    private Guids() {}

    static void write(UUID value, ByteSink out) {
        long high = value.getMostSignificantBits();
        out.i32((int) (high >> 32)).u16((int) (high >> 16)).u16((int) high);
        out.i64(Long.reverseBytes(value.getLeastSignificantBits()));
    }

    static UUID read(ByteSource in) throws ProtocolFault {
        long high = (in.unsigned(4) << 32) | (in.unsigned(2) << 16) | in.unsigned(2);
        return new UUID(high, Long.reverseBytes(in.i64()));
    }
}
