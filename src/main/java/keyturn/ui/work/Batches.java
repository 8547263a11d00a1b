package keyturn.ui.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Gathers events of any thread and hands them on as lists, with at most one hand-over waiting at a time. */
final class Batches<E> implements Consumer<E> {

    private final Queue<E> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Executor thread;
    private final Consumer<List<E>> receiver;

    Batches(Executor thread, Consumer<List<E>> receiver) {
        this.thread = thread;
        this.receiver = receiver;
    }

    @Override
    public void accept(E event) {
        waiting.add(event);
        if (asked.compareAndSet(false, true)) {
            thread.execute(this::handOver);
        }
    }

    /** On the receiver's thread: all that is waiting, if anything. */
    void handOver() {
        asked.set(false);
        List<E> batch = new ArrayList<>();
        for (E event = waiting.poll(); event != null; event = waiting.poll()) {
            batch.add(event);
        }
        if (!batch.isEmpty()) {
            receiver.accept(List.copyOf(batch));
        }
    }
}
