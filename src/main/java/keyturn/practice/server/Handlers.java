package keyturn.practice.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.views.CaughtError;
import keyturn.practice.tds.Backend;

/** The TRY blocks that a session is in and the CATCH blocks that run; texts that it calls share them. */
final class Handlers {

    private static final int FATAL = 20;

    private final Deque<Trap> traps = new ArrayDeque<>();
    private final Deque<List<Backend.ServerMessage>> caught = new ArrayDeque<>();

    /** A TRY block: how deep in calls it stands, and what it took. */
    private record Trap(int depth, List<Backend.ServerMessage> taken) {}

    /** A TRY block begins, in a text that is so deep in calls. */
    void enter(int depth) {
        traps.push(new Trap(depth, new ArrayList<>()));
    }

    /** The innermost TRY block ends. Returns what it took, in order; empty if it ran well. */
    List<Backend.ServerMessage> leave() {
        return List.copyOf(traps.pop().taken());
    }

    /** The innermost TRY has taken an error: what is left of it does not run. */
    boolean struck() {
        Trap innermost = traps.peek();
        return innermost != null && !innermost.taken().isEmpty();
    }

    /**
     * Gives an error to the innermost TRY that stands less deep.
     *
     * @return false where none does or the error is too grave for one: the client is to be told
     */
    boolean take(Backend.ServerMessage error, int depth) {
        Optional<Trap> trap = traps.stream().filter(t -> t.depth() < depth).findFirst();
        boolean taken = error.severity() < FATAL && trap.isPresent();
        if (taken) {
            trap.ifPresent(t -> t.taken().add(error));
        }
        return taken;
    }

    /** A CATCH block begins. */
    void handle(List<Backend.ServerMessage> errors) {
        caught.push(errors);
    }

    void handled() {
        caught.pop();
    }

    /** The error that the innermost CATCH block sees. */
    Optional<CaughtError> seen() {
        List<Backend.ServerMessage> errors = handling();
        return errors.isEmpty() ? Optional.empty() : Optional.of(seen(errors.getLast()));
    }

    private static CaughtError seen(Backend.ServerMessage e) {
        return new CaughtError(e.number(), e.severity(), e.state(), e.text(), e.procedure(), e.line());
    }

    /** The errors for which the innermost CATCH block runs; the last one is the one that it sees. */
    List<Backend.ServerMessage> handling() {
        return Optional.ofNullable(caught.peek()).orElse(List.of());
    }
}
