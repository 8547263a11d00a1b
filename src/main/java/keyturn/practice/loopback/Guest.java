package keyturn.practice.loopback;

/** A client that came in; it is served by {@link #run()} on a thread of its own. */
public interface Guest extends Runnable {

    /** Ends its connection at once, from any thread. */
    void close();

    /** Ends its connection if it keeps the server waiting longer than it may. */
    void closeIfLate();
}
