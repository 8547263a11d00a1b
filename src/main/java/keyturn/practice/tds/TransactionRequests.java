package keyturn.practice.tds;

import java.util.List;
import keyturn.practice.tds.codec.ByteSource;
import keyturn.practice.tds.codec.ProtocolFault;
import keyturn.practice.tsql.SqlError;

/** Reads transaction manager requests (MS-TDS 2.2.6.9). */
final class TransactionRequests {

    private static final int BEGIN = 5;
    private static final int COMMIT = 7;
    private static final int ROLLBACK = 8;
    private static final int SAVE = 9;
    private static final int THEN_BEGIN = 0x01;

    private TransactionRequests() {}

    /** One request, or two: an end may ask for the next beginning. */
    static List<Backend.Transaction> read(ByteSource in, String server) throws ProtocolFault {
        int type = in.u16();
        return switch (type) {
            case BEGIN -> List.of(begin(in));
            case COMMIT -> ended("COMMIT", in);
            case ROLLBACK -> ended("ROLLBACK", in);
            case SAVE -> List.of(new Backend.Transaction("SAVE", name(in)));
            default -> throw new SqlError(8501, 16, 3, 1, "MSDTC on server '" + server + "' is unavailable.");
        };
    }

    private static Backend.Transaction begin(ByteSource in) throws ProtocolFault {
        in.u8(); // isolation level
        return new Backend.Transaction("BEGIN", name(in));
    }

    private static List<Backend.Transaction> ended(String verb, ByteSource in) throws ProtocolFault {
        var end = new Backend.Transaction(verb, name(in));
        boolean next = in.remaining() > 0 && (in.u8() & THEN_BEGIN) != 0;
        return next ? List.of(end, begin(in)) : List.of(end);
    }

    /** Its length stands before it in bytes, unlike other names. */
    private static String name(ByteSource in) throws ProtocolFault {
        return in.remaining() == 0 ? "" : in.text(in.u8() / 2);
    }
}
