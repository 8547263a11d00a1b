package keyturn.cli;

/** The end that the surroundings ask for: Ctrl-C, SIGTERM, a closed console. */
public interface ShutdownRequest {

    /** Asked for already; a run stops at its next safe point then. */
    boolean asked();

    /** Until the hold is released the program does not go away: a run comes to its next safe point first. */
    Hold hold();

    /** Keeps the program from going away in the middle of things. */
    @FunctionalInterface
    interface Hold {
        void release();
    }
}
