package keyturn.ui.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;

/**
 * Brings events to JavaFX's thread, ten times a second and not oftener, and where many come at once twice a second: a page is laid
 * out anew after each hand-over, and a run may go through hundreds of steps a second. What is waiting comes at once where an
 * answer or a question follows it.
 */
final class Carriers {

    private static final Duration APART = Duration.ofMillis(100);

    /** Nobody reads rows that go by faster than this. */
    private static final Duration IN_A_RUSH = Duration.ofMillis(500);

    /** So many events of one hand-over are a rush. */
    private static final int RUSH = 10;

    private final List<Batches<?>> all = new CopyOnWriteArrayList<>();
    private long last = System.nanoTime() - APART.toNanos();
    private Duration apart = APART;

    <E> Consumer<E> to(Consumer<List<E>> receiver) {
        Batches<E> batches = new Batches<>(this::soon, list -> {
            apart = list.size() >= RUSH ? IN_A_RUSH : APART;
            receiver.accept(list);
        });
        all.add(batches);
        return batches;
    }

    /** On JavaFX's thread, after everything that has been sent so far. */
    void then(Runnable task) {
        Platform.runLater(() -> {
            new ArrayList<>(all).forEach(Batches::handOver);
            task.run();
        });
    }

    private void soon(Runnable handOver) {
        Platform.runLater(() -> {
            long wait = apart.toNanos() - (System.nanoTime() - last);
            if (wait <= 0) {
                now(handOver);
            } else {
                PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(wait / 1e6));
                pause.setOnFinished(event -> now(handOver));
                pause.play();
            }
        });
    }

    private void now(Runnable handOver) {
        handOver.run();
        last = System.nanoTime();
    }
}
