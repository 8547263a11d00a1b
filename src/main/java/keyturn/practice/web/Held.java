package keyturn.practice.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** A state: an immutable value behind one reference. Whoever changes it says what it becomes of what it is. */
public final class Held<S> {

    private final ReentrantLock changing = new ReentrantLock();
    private final List<Consumer<S>> watchers = new CopyOnWriteArrayList<>();
    private volatile S state;

    public Held(S state) {
        this.state = state;
    }

    /** What a change leaves, and what is said of it. */
    public record Changed<S, R>(S state, R result) {}

    public S now() {
        return state;
    }

    /** One at a time; a {@link Refusal} leaves the state as it was. */
    public <R> R change(Function<S, Changed<S, R>> how) {
        changing.lock();
        try {
            Changed<S, R> changed = how.apply(state);
            state = changed.state();
            watchers.forEach(w -> w.accept(changed.state()));
            return changed.result();
        } finally {
            changing.unlock();
        }
    }

    /** Tells of each state, the present one first. */
    public void watch(Consumer<S> watcher) {
        changing.lock();
        try {
            watchers.add(watcher);
            watcher.accept(state);
        } finally {
            changing.unlock();
        }
    }
}
