package keyturn.app;

import java.util.ArrayDeque;
import java.util.Deque;
import keyturn.domain.Message;
import keyturn.domain.OperatingSystem;
import keyturn.run.ShutdownRequest;

/** The one ordered end of the program, whether it comes to its end or is told to: runs come to a safe point, then all closes. */
final class Shutdown implements ShutdownRequest {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final StayAwake awake;
    private volatile boolean asked;
    private int holds;

    Shutdown() {
        this(StayAwake.on(OperatingSystem.isWindows()));
    }

    /** @param awake keeps this computer from sleeping while a run goes */
    Shutdown(StayAwake awake) {
        this.awake = awake;
    }

    /** From now on Ctrl-C and SIGTERM lead here. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
    }

    /** Will be closed at the end; what came last goes first. */
    synchronized <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public boolean asked() {
        return asked;
    }

    @Override
    public synchronized Hold hold() {
        holds++;
        awake.begin();
        return this::letGo;
    }

    private synchronized void letGo() {
        holds--;
        if (holds == 0) {
            awake.end();
        }
        notifyAll();
    }

    private void end() {
        asked = true;
        awaitHolds();
        close();
    }

    private synchronized void awaitHolds() {
        try {
            if (holds > 0) {
                System.err.println(Message.of("app.stopping").text());
            }
            while (holds > 0) {
                wait();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes everything once; a second caller waits until the first is through. */
    synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception closing) {
                System.err.println("keyturn: " + closing);
            }
        }
    }
}
