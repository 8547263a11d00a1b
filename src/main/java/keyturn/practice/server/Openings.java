package keyturn.practice.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import keyturn.practice.server.state.Database;
import keyturn.practice.tsql.SqlError;

/** The databases of a start, which are opened some at a time: each that is encrypted asks its vault for its key. */
record Openings(KeyUse use) {

    private static final int AT_A_TIME = 32;

    /** Whether a start tries to open it. */
    static boolean tried(Database database) {
        return database.online() || database.state() == Database.State.RECOVERY_PENDING;
    }

    /** What keeps which databases from being opened, by their ids. */
    Map<Integer, SqlError> refusals() {
        Map<Integer, SqlError> refusals = new ConcurrentHashMap<>();
        List<Database> asking = use.instance().databases().stream()
                .filter(d -> tried(d)
                        && !d.system()
                        && d.dek().filter(dek -> dek.asymmetric()).isPresent())
                .toList();
        if (asking.isEmpty()) {
            return refusals;
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(
                AT_A_TIME, Thread.ofVirtual().name("practice-opening-", 0).factory())) {
            asking.stream()
                    .map(d -> workers.submit(() -> use.refusal(d, true).ifPresent(e -> refusals.put(d.id(), e))))
                    .toList()
                    .forEach(Openings::await);
        }
        return refusals;
    }

    private static void await(Future<?> opening) {
        try {
            opening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
