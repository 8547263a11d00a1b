package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import keyturn.practice.server.views.AppLock;

/** The application locks of the server. A session is known by its connection, since numbers of sessions come again. */
final class AppLocks {

    private final List<AppLock> all = new ArrayList<>();

    synchronized List<AppLock> all() {
        return List.copyOf(all);
    }

    /**
     * Grants the lock if no other session is in its way, whether it holds the lock or has waited for it longer; who has it
     * already has it once more and waits for holders only.
     */
    synchronized boolean take(AppLock wanted) {
        Optional<AppLock> held = held(wanted);
        AppLock now = held.map(h -> h.taken(h.mode().with(wanted.mode()), h.count() + 1))
                .orElse(wanted.taken(wanted.mode(), 1));
        List<AppLock> before = all.contains(wanted) ? all.subList(0, all.indexOf(wanted)) : all;
        boolean free = Stream.concat(
                        all.stream().filter(AppLock::granted),
                        before.stream().filter(l -> !l.granted() && held.isEmpty()))
                .filter(l -> l.sameResource(wanted) && !l.connection().equals(wanted.connection()))
                .allMatch(l -> now.mode().bears(l.mode()));
        if (free) {
            held.ifPresent(all::remove);
            all.add(now);
        }
        return free;
    }

    synchronized void waits(AppLock wanted) {
        all.add(wanted);
    }

    synchronized void waitsNoMore(AppLock wanted) {
        all.remove(wanted);
    }

    /** Gives the lock back once. Returns false where its owner does not hold it. */
    synchronized boolean give(AppLock wanted) {
        Optional<AppLock> held = held(wanted);
        held.ifPresent(h -> {
            all.remove(h);
            if (h.count() > 1) {
                all.add(h.taken(h.mode(), h.count() - 1));
            }
        });
        return held.isPresent();
    }

    private Optional<AppLock> held(AppLock wanted) {
        return all.stream()
                .filter(l -> l.granted() && l.sameResource(wanted) && l.sameOwner(wanted))
                .findFirst();
    }

    /** The transaction ended: what it owned is free. */
    void transactionEnded(UUID connection) {
        remove(l -> l.connection().equals(connection) && !l.session());
    }

    /** The session ended: what it held is free. */
    void releaseAll(UUID connection) {
        remove(l -> l.connection().equals(connection));
    }

    void clear() {
        remove(l -> true);
    }

    private synchronized void remove(Predicate<AppLock> which) {
        all.removeIf(which);
    }
}
