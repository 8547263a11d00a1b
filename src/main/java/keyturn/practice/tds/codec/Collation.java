package keyturn.practice.tds.codec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The server's one collation, SQL_Latin1_General_CP1_CI_AS, as it stands on the wire, and what others mean for bytes. */
public final class Collation {

    static final Charset CHARSET = Charset.forName("windows-1252");

    /** Bytes of a collation. */
    static final int SIZE = 5;

    private static final byte[] WIRE = {0x09, 0x04, (byte) 0xD0, 0x00, 0x34};
    private static final int UTF8 = 0x04000000;

    private Collation() {}

    /** Locale 0x0409 with its comparison flags, sort order 52. */
    public static ByteSink write(ByteSink out) {
        return out.raw(WIRE);
    }

    /** The character set of texts under a collation that a client named. */
    static Charset read(ByteSource in) throws ProtocolFault {
        int flags = in.i32();
        in.u8();
        return (flags & UTF8) != 0 ? StandardCharsets.UTF_8 : CHARSET;
    }
}
