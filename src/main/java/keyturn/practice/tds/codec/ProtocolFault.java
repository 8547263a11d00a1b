package keyturn.practice.tds.codec;

import java.io.IOException;

/** What came in breaks the protocol's own rules: the stream cannot be followed any further. */
public class ProtocolFault extends IOException {

    private static final long serialVersionUID = 1L;

    public ProtocolFault(String message) {
        super(message);
    }
}
