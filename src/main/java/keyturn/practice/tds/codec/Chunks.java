package keyturn.practice.tds.codec;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Values of the {@code (max)} types: a claimed total, then chunks, then an empty one. */
final class Chunks {

    private static final long NULL = -1;
    private static final long UNKNOWN = -2;

    private Chunks() {}

    static void writeNull(ByteSink out) {
        out.i64(NULL);
    }

    static void write(ByteSink body, ByteSink out) {
        out.i64(body.size());
        if (body.size() > 0) {
            out.i32(body.size()).raw(body);
        }
        out.i32(0);
    }

    /** The total is a claim: checked afterwards, nothing is allocated for it. */
    static byte @Nullable [] read(ByteSource in) throws ProtocolFault {
        long total = in.i64();
        if (total == NULL) {
            return null;
        }
        var content = new ByteArrayOutputStream();
        for (int size = in.i32(); size != 0; size = in.i32()) {
            content.writeBytes(in.take(size));
        }
        if (total != UNKNOWN && total != content.size()) {
            throw new ProtocolFault("A value of " + total + " bytes came with " + content.size() + ".");
        }
        return content.toByteArray();
    }
}
