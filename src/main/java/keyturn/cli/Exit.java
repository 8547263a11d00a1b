package keyturn.cli;

/** What the program tells its caller when it ends. */
public enum Exit {
    /** Done, or nothing to do; a verdict that waits for a restart is among them. */
    DONE(0),
    /** Stopped on the way, or a step's outcome is not there. */
    STOPPED(1),
    /** Wrong usage or input: nothing was tried. */
    USAGE(2),
    /** The plan is stale, another one was approved, its file or the journal was edited, or another run is on. */
    REFUSED(3),
    /** Blocked before anything was changed, or a verdict cannot be told yet. */
    BLOCKED(4),
    /** The server did not let us in. */
    NO_CONNECTION(5);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
