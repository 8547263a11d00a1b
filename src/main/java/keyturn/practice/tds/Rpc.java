package keyturn.practice.tds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.practice.tds.codec.ByteSource;
import keyturn.practice.tds.codec.ProtocolFault;
import keyturn.practice.tds.codec.WireType;

/**
 * One procedure call of a message.
 *
 * @param name as the client wrote it, or of the well-known procedure that it named by number
 */
record Rpc(String name, List<Backend.Parameter> parameters) {

    private static final int BY_NUMBER = 0xFFFF;
    private static final int OUTPUT = 0x01;
    private static final int NEXT_CALL = 0xFF;

    Rpc {
        parameters = List.copyOf(parameters);
    }

    /** All calls of a message, its headers already read. */
    static List<Rpc> read(ByteSource in) throws ProtocolFault {
        var calls = new ArrayList<Rpc>();
        do {
            calls.add(one(in));
        } while (in.remaining() > 0);
        return calls;
    }

    private static Rpc one(ByteSource in) throws ProtocolFault {
        int length = in.u16();
        String name = length == BY_NUMBER ? numbered(in.u16()) : in.text(length);
        in.u16();
        var parameters = new ArrayList<Backend.Parameter>();
        while (in.remaining() > 0) {
            int nameLength = in.u8();
            if (nameLength == NEXT_CALL) {
                break;
            }
            parameters.add(parameter(in.text(nameLength), in));
        }
        return new Rpc(name, parameters);
    }

    private static Backend.Parameter parameter(String name, ByteSource in) throws ProtocolFault {
        int status = in.u8();
        WireType type = WireType.read(in);
        return new Backend.Parameter(name, type.type(), type.value(in), (status & OUTPUT) != 0);
    }

    private static String numbered(int number) throws ProtocolFault {
        for (Procedure known : Procedure.values()) {
            if (known.number() == number) {
                return known.title();
            }
        }
        throw new ProtocolFault("No procedure has the number " + number + ".");
    }

    /** The procedure that this server runs itself, if it is one of those. */
    Optional<Procedure> known() {
        String plain = name.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
        String last = plain.substring(plain.lastIndexOf('.') + 1);
        for (Procedure known : Procedure.values()) {
            if (known.title().equals(last)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
