package keyturn.practice.tds;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import keyturn.practice.tds.codec.ProtocolFault;

/** Joins packets to messages. */
final class PacketReader {

    static final int HEADER = 8;
    static final int FIRST_SIZE = 4096;

    private final Link link;
    private final Memory.Share memory;
    private int packetSize = FIRST_SIZE;

    PacketReader(Link link, Memory.Share memory) {
        this.link = link;
        this.memory = memory;
    }

    void packetSize(int size) {
        packetSize = size;
    }

    /** Waits for the first byte of a message, its type; -1 when the client has gone. */
    int begin() throws IOException {
        return link.in().read();
    }

    /** The message of the type that has begun, of at most so many bytes. */
    Message rest(int type, int most) throws IOException {
        var body = new ByteArrayOutputStream();
        int first = -1;
        int status;
        do {
            if (first >= 0 && link.in().read() != type) {
                throw new ProtocolFault("A packet of another type inside a message.");
            }
            byte[] header = exactly(HEADER - 1);
            status = header[0] & 0xFF;
            first = first < 0 ? status : first;
            int length = (((header[1] & 0xFF) << 8) | (header[2] & 0xFF)) - HEADER;
            if (length < 0 || length + HEADER > packetSize || body.size() + length > most) {
                throw new ProtocolFault("A packet of " + (length + HEADER) + " bytes.");
            }
            memory.take(length);
            body.writeBytes(exactly(length));
        } while ((status & Message.END) == 0);
        return new Message(type, first, status, body.toByteArray());
    }

    /** The message has been dealt with. */
    void release(Message message) {
        memory.give(message.body().length);
    }

    private byte[] exactly(int count) throws IOException {
        InputStream in = link.in();
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("The client has gone inside a message.");
        }
        return bytes;
    }
}
