package keyturn.practice.tds;

/** All packets of one request, joined. */
final class Message {

    static final int BATCH = 0x01;
    static final int RPC = 0x03;
    static final int REPLY = 0x04;
    static final int ATTENTION = 0x06;
    static final int TRANSACTION = 0x0E;
    static final int LOGIN = 0x10;
    static final int PRELOGIN = 0x12;

    /** Last packet of a message. */
    static final int END = 0x01;

    /** In the last packet: the client has thought better of it. */
    static final int IGNORE = 0x02;

    private static final int RESET = 0x08 | 0x10;

    private final int type;
    private final int first;
    private final int last;
    private final byte[] body;

    /**
     * @param first status of the first packet, which alone may ask for a reset
     * @param last status of the last packet
     */
    Message(int type, int first, int last, byte[] body) {
        this.type = type;
        this.first = first;
        this.last = last;
        this.body = body;
    }

    int type() {
        return type;
    }

    /** The joined bytes themselves, not a copy. */
    byte[] body() {
        return body;
    }

    boolean ignored() {
        return (last & IGNORE) != 0;
    }

    boolean reset() {
        return (first & RESET) != 0;
    }
}
