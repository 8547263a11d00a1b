package keyturn.ui.work;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import keyturn.domain.Problem;

/** Work that may wait, done off JavaFX's thread; answers come back on it. */
public interface Background extends AutoCloseable {

    /**
     * Does the work elsewhere, then calls one of the two, on JavaFX's thread.
     *
     * @param failed also hears what nobody expected, as the problem {@code ui.unexpected}
     * @return the handle by which a page that is left says that it no longer wants the answer
     */
    <T> Job perform(Work<T> work, Consumer<? super T> done, Consumer<Problem> failed);

    /**
     * A way for events from any thread: many that come close together arrive on JavaFX's thread as one list, in order, and
     * before the answer of the job that sent them.
     */
    <E> Consumer<E> carrier(Consumer<List<E>> batches);

    /**
     * A way for work to ask the person at the window: the work waits for the answer, JavaFX's thread never does. Not to be
     * called on JavaFX's thread.
     *
     * @param shown hears each question on JavaFX's thread, after all events that the work has sent before
     * @param unanswered the answer where nobody can give one any more, because this is closed
     */
    <Q, A> Function<Q, A> questions(Consumer<Question<Q, A>> shown, A unanswered);

    /**
     * Calls {@code then} on JavaFX's thread once that much time has passed; nobody waits meanwhile.
     *
     * @return the handle by which it is called off
     */
    Job after(Duration time, Runnable then);

    /** Takes no more work; what runs is not waited for, and what waits for an answer gets the one for nobody there. */
    @Override
    void close();

    /** Something that may wait. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Problem.Raised;
    }
}
