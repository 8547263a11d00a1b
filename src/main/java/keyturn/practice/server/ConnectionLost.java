package keyturn.practice.server;

/** The connection was dropped on purpose: whatever the request still meant to do does not happen. */
final class ConnectionLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConnectionLost() {
        super("dropped", null, false, false);
    }
}
