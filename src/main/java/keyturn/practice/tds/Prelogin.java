package keyturn.practice.tds;

import keyturn.practice.tds.codec.ByteSink;
import keyturn.practice.tds.codec.ByteSource;
import keyturn.practice.tds.codec.ProtocolFault;

/** The first exchange: which version, how much encryption (MS-TDS 2.2.6.5). */
final class Prelogin {

    /** How much of the connection is encrypted. */
    enum Encryption {
        LOGIN_ONLY(0),
        ALL(1),
        NONE(2);

        private final int wire;

        Encryption(int wire) {
            this.wire = wire;
        }
    }

    private static final int VERSION = 0;
    private static final int ENCRYPTION = 1;
    private static final int INSTANCE = 2;
    private static final int THREAD = 3;
    private static final int MULTIPLE_RESULTS = 4;
    private static final int FEDERATED = 6;
    private static final int END = 0xFF;

    private Prelogin() {}

    /**
     * What the client asks.
     *
     * @param encryption as much as it asks, all of it where it demands some
     * @param federated it asks whether the server takes tokens of a directory
     */
    record Asked(Encryption encryption, boolean federated) {}

    static Asked read(byte[] body) throws ProtocolFault {
        var table = new ByteSource(body);
        int asked = -1;
        boolean federated = false;
        for (int option = table.u8(); option != END; option = table.u8()) {
            int offset = bigEndian(table);
            int length = bigEndian(table);
            if (offset + length > body.length) {
                throw new ProtocolFault("A prelogin option outside the message.");
            }
            if (option == ENCRYPTION && length == 1) {
                asked = body[offset] & 0xFF;
            }
            federated |= option == FEDERATED && length == 1 && body[offset] == 1;
        }
        return new Asked(encryption(asked), federated);
    }

    private static Encryption encryption(int asked) throws ProtocolFault {
        return switch (asked) {
            case 0 -> Encryption.LOGIN_ONLY;
            case 1, 3 -> Encryption.ALL;
            case 2 -> Encryption.NONE;
            default -> throw new ProtocolFault("A prelogin that says nothing known of encryption.");
        };
    }

    /**
     * The answer's body.
     *
     * @param federated the client asked for tokens, which are taken
     */
    static ByteSink reply(Backend.Version version, Encryption encryption, boolean federated) {
        var out = new ByteSink();
        int at = (federated ? 6 : 5) * 5 + 1;
        at = option(VERSION, at, 6, out);
        at = option(ENCRYPTION, at, 1, out);
        at = option(INSTANCE, at, 1, out);
        at = option(THREAD, at, 0, out);
        at = option(MULTIPLE_RESULTS, at, 1, out);
        if (federated) {
            option(FEDERATED, at, 1, out);
        }
        out.u8(END);
        out.u8(version.major())
                .u8(version.minor())
                .u16BigEndian(version.build())
                .u16(0);
        out.u8(encryption.wire).u8(0).u8(0);
        return federated ? out.u8(1) : out;
    }

    private static int option(int token, int offset, int length, ByteSink out) {
        out.u8(token).u16BigEndian(offset).u16BigEndian(length);
        return offset + length;
    }

    private static int bigEndian(ByteSource in) throws ProtocolFault {
        int high = in.u8();
        return (high << 8) | in.u8();
    }
}
