package keyturn.practice.tds;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A socket's input under a deadline over all reads, which a client that sends a byte now and then cannot stretch. */
final class TimedInput extends InputStream {

    private static final int NOTHING = -1;

    private final Socket socket;
    private final InputStream in;
    private boolean limited;
    private long deadline;
    private int peeked = NOTHING;

    TimedInput(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** From now on. */
    void limit(Duration time) {
        limited = true;
        deadline = System.nanoTime() + time.toNanos();
    }

    void unlimited() {
        limited = false;
    }

    /** The next byte, which the next read gives again; -1 at the end. */
    int peek() throws IOException {
        peeked = read();
        return peeked;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count > 0 && peeked != NOTHING) {
            into[from] = (byte) peeked;
            peeked = NOTHING;
            return 1;
        }
        socket.setSoTimeout(limited ? left() : 0);
        return in.read(into, from, count);
    }

    private int left() throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("Too slow.");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
