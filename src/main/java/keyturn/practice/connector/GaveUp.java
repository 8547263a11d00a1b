package keyturn.practice.connector;

/** The connector gives up with a code of its own. */
final class GaveUp extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;

    GaveUp(int code) {
        super("provider error code " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
