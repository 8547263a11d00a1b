package keyturn.practice.tds;

import java.io.IOException;
import keyturn.practice.tds.codec.ByteSink;

/** Cuts what the server says into packets. A client that takes no more bytes is a client that has gone: no exception. */
final class PacketWriter {

    private final Link link;
    private final int type;
    private int spid;
    private int size = PacketReader.FIRST_SIZE;
    private int number = 1;
    private ByteSink packet = new ByteSink();

    /** @param type of all packets */
    PacketWriter(Link link, int type) {
        this.link = link;
        this.type = type;
    }

    void spid(int id) {
        spid = id;
    }

    /** From the next message on. */
    void packetSize(int bytes) {
        size = bytes;
    }

    void write(ByteSink tokens) {
        byte[] bytes = tokens.toArray();
        int room = size - PacketReader.HEADER;
        for (int at = 0; at < bytes.length; ) {
            if (packet.size() == room) {
                send(0);
            }
            int part = Math.min(room - packet.size(), bytes.length - at);
            packet.raw(bytes, at, part);
            at += part;
        }
    }

    /** Sends what is left, and says that the message is whole. */
    void end() {
        send(Message.END);
        number = 1;
    }

    private void send(int status) {
        var whole = new ByteSink();
        whole.u8(type).u8(status).u16BigEndian(packet.size() + PacketReader.HEADER);
        whole.u16BigEndian(spid).u8(number++).u8(0).raw(packet);
        packet = new ByteSink();
        try {
            link.send(whole.toArray());
        } catch (IOException gone) {
            link.close();
        }
    }
}
