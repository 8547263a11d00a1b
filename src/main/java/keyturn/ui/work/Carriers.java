package keyturn.ui.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;

/**
 * Brings events to JavaFX's thread, ten times a second and not oftener: a page is laid out anew after each hand-over, and a run
 * may go through hundreds of steps a second. What is waiting comes at once where an answer or a question follows it.
 */
final class Carriers {

    private static final Duration APART = Duration.ofMillis(100);

    private final List<Batches<?>> all = new CopyOnWriteArrayList<>();
    private long last = System.nanoTime() - APART.toNanos();

    <E> Consumer<E> to(Consumer<List<E>> receiver) {
        Batches<E> batches = new Batches<>(this::soon, receiver);
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
            long wait = APART.toNanos() - (System.nanoTime() - last);
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
