package keyturn.practice.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads what follows a head, as long as it says or in chunks. What is large takes room until it is given back. */
final class BodyReader {

    /** So much needs no room: each client may have it. */
    private static final int SMALL = 8 * 1024;

    private final InputStream in;
    private final Lines lines;
    private final Limits limits;
    private final Room room;
    private int taken;

    BodyReader(InputStream in, Lines lines, Limits limits, Room room) {
        this.in = in;
        this.lines = lines;
        this.limits = limits;
        this.room = room;
    }

    byte[] exactly(int count) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(Math.min(count, SMALL));
        read(whole, count);
        return whole.toByteArray();
    }

    byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            lines.allow(limits.head());
            String size = lines.next().split(";", 2)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,7}")) {
                throw new Refusal(Reply.text(400, "A part of the body has no length.\n"));
            }
            int count = Integer.parseInt(size, 16);
            if (count > limits.body() - whole.size()) {
                throw new Refusal(Reply.text(413, "The body is too large.\n"));
            }
            if (count == 0) {
                while (!lines.next().isEmpty()) {
                    // what is said behind a body is of no interest here
                }
                return whole.toByteArray();
            }
            read(whole, count);
            if (!lines.next().isEmpty()) {
                throw new Refusal(Reply.text(400, "A part of the body is longer than it says.\n"));
            }
        }
    }

    private void read(ByteArrayOutputStream whole, int count) throws IOException {
        for (int left = count; left > 0; ) {
            makeRoom(whole.size());
            byte[] part = in.readNBytes(Math.min(left, SMALL));
            if (part.length == 0) {
                throw new EOFException();
            }
            whole.writeBytes(part);
            left -= part.length;
        }
    }

    private void makeRoom(int size) throws IOException {
        if (size < SMALL) {
            return;
        }
        if (!room.take(SMALL, limits.arrival().dividedBy(2))) {
            throw new Refusal(
                    Reply.text(503, "Too much comes in at the same time.\n").with("Retry-After", "1"));
        }
        taken += SMALL;
    }

    /** What was read is needed no more. */
    void done() {
        room.give(taken);
        taken = 0;
    }
}
