package keyturn.practice.tds;

import keyturn.practice.tds.codec.ByteSource;
import keyturn.practice.tds.codec.ProtocolFault;

/**
 * What a client said of itself (MS-TDS 2.2.6.4).
 *
 * @param packetSize bytes that the session's packets have at most, already within what this server takes
 * @param recovery the client asks whether it may come back after its connection was lost, or comes back
 */
record Login7(Backend.LoginRequest request, int packetSize, boolean recovery) {

    private static final int FIXED_SIZE = 94;
    private static final int VERSION_74 = 0x74;
    private static final int VERSION_80 = 0x08000000;
    private static final int LEAST_PACKET = 512;
    private static final int MOST_PACKET = 16384;
    private static final int MOST_NAME = 128;
    private static final int INTEGRATED = 0x80;
    private static final int READ_ONLY = 0x20;
    private static final int EXTENDED = 0x10;
    private static final int FEATURES_END = 0xFF;
    private static final int SESSION_RECOVERY = 0x01;
    private static final int FEDERATED = 0x02;
    private static final int WITH_TOKEN = 0x01;

    static Login7 read(byte[] record, boolean encrypted) throws ProtocolFault {
        var in = new ByteSource(record);
        if (record.length < FIXED_SIZE || in.i32() != record.length) {
            throw new ProtocolFault("A login of a wrong length.");
        }
        int version = in.i32();
        if (version >>> 24 != VERSION_74 && version != VERSION_80) {
            throw new ProtocolFault("A client of TDS version 0x%08X.".formatted(version));
        }
        int packet = in.i32();
        Features features = (record[27] & EXTENDED) == 0 ? Features.NONE : features(record);
        boolean integrated = (record[25] & INTEGRATED) != 0;
        var request = new Backend.LoginRequest(
                integrated ? "" : field(record, 40),
                integrated ? "" : unscrambled(field(record, 44)),
                features.database().isEmpty() ? field(record, 68) : features.database(),
                field(record, 48),
                field(record, 36),
                field(record, 60),
                (record[26] & READ_ONLY) != 0,
                integrated,
                encrypted,
                features.token());
        return new Login7(request, clamped(packet), features.recovery());
    }

    /** 0 is the client's word for "as you like". */
    private static int clamped(int asked) {
        int wanted = asked == 0 ? PacketReader.FIRST_SIZE : asked;
        return Math.clamp(Integer.toUnsignedLong(wanted), LEAST_PACKET, MOST_PACKET);
    }

    private static String field(byte[] record, int at) throws ProtocolFault {
        ByteSource place = at(record, at);
        int offset = place.u16();
        int characters = place.u16();
        if (characters > MOST_NAME) {
            throw new ProtocolFault("A login with a name of " + characters + " characters.");
        }
        return characters == 0 ? "" : at(record, offset).text(characters);
    }

    /** Each byte stands there with its halves swapped after an exclusive or. */
    private static String unscrambled(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int unit = text.charAt(i) ^ 0xA5A5;
            plain.append((char) (((unit & 0x0F0F) << 4) | ((unit & 0xF0F0) >> 4)));
        }
        return plain.toString();
    }

    /**
     * What the list of features says of session recovery and of a token. No other is acknowledged; the list must be sound all
     * the same.
     *
     * @param database where the lost session stood; empty for a session that begins
     * @param token of the directory; empty where none is shown
     */
    private record Features(boolean recovery, String database, String token) {
        static final Features NONE = new Features(false, "", "");
    }

    private static Features features(byte[] record) throws ProtocolFault {
        ByteSource place = at(record, at(record, 56).u16());
        ByteSource list = at(record, place.i32());
        Features features = Features.NONE;
        for (int feature = list.u8(); feature != FEATURES_END; feature = list.u8()) {
            var data = new ByteSource(list.take(list.i32()));
            if (feature == SESSION_RECOVERY) {
                String database = data.remaining() == 0 ? "" : lostDatabase(data);
                features = new Features(true, database, features.token());
            } else if (feature == FEDERATED) {
                features = new Features(features.recovery(), features.database(), token(data));
            }
        }
        return features;
    }

    /** A token that the client has already; it would be asked for one in ways that this server has not. */
    private static String token(ByteSource data) throws ProtocolFault {
        int options = data.u8();
        if (options >> 1 != WITH_TOKEN) {
            throw new ProtocolFault("A login that would have the server name its directory.");
        }
        return data.text(data.i32() / 2);
    }

    /** The state at the login, then the state when the connection was lost; what did not change is empty there. */
    private static String lostDatabase(ByteSource data) throws ProtocolFault {
        var before = new ByteSource(data.take(data.i32()));
        var last = new ByteSource(data.take(data.i32()));
        String database = last.shortText();
        return database.isEmpty() ? before.shortText() : database;
    }

    private static ByteSource at(byte[] record, int offset) throws ProtocolFault {
        var in = new ByteSource(record);
        in.skip(offset);
        return in;
    }
}
