package keyturn.practice.server;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import keyturn.practice.tsql.types.Bytes;

/** Numbers that the server gives out: to objects, and to rows that have a version. */
final class ObjectNumbers {

    private static final int FIRST = 901_578_250;
    private static final int STEP = 16_000_057;
    private static final long FIRST_VERSION = 2001;

    private final AtomicInteger objects = new AtomicInteger(FIRST);
    private final AtomicLong versions = new AtomicLong(FIRST_VERSION);

    /** @param temporary such an object has a negative number */
    int next(boolean temporary) {
        int number = objects.getAndUpdate(n -> n > Integer.MAX_VALUE - STEP ? n % STEP + STEP : n + STEP);
        return temporary ? -number : number;
    }

    /** The next value of a rowversion column. */
    Bytes rowVersion() {
        return Bytes.of(ByteBuffer.allocate(Long.BYTES)
                .putLong(versions.getAndIncrement())
                .array());
    }
}
