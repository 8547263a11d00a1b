package keyturn.practice.tds.codec;

/** A parameter has a type that this server cannot read: the request is lost, the connection is not. */
public final class UnknownType extends ProtocolFault {

    private static final long serialVersionUID = 1L;

    private final int token;

    public UnknownType(int token) {
        super("Data type 0x%02X is unknown.".formatted(token));
        this.token = token;
    }

    /** The byte that names the type on the wire. */
    public int token() {
        return token;
    }
}
