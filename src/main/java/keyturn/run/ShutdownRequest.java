package keyturn.run;

/** The end that the surroundings ask for: Ctrl-C, SIGTERM, a closed console, somebody who signs out. */
public interface ShutdownRequest {

    /** Asked for already; a run stops at its next safe point then. */
    boolean asked();

    /** Until the hold is released the program does not go away: a run comes to its next safe point first. */
    Hold hold();

    /** Nobody asks. */
    ShutdownRequest NEVER = new ShutdownRequest() {
        @Override
        public boolean asked() {
            return false;
        }

        @Override
        public Hold hold() {
            return () -> {};
        }
    };

    /** Keeps the program from going away in the middle of things. */
    @FunctionalInterface
    interface Hold {
        void release();
    }
}
