package keyturn.ui.work;

import java.util.List;
import java.util.function.Consumer;
import keyturn.domain.Problem;

/** Does the work at once, on the thread that asks. */
public final class DirectBackground implements Background {

    @Override
    public <T> Job perform(Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        Answers.of(work, done, failed).run();
        return new Job();
    }

    @Override
    public <E> Consumer<E> carrier(Consumer<List<E>> batches) {
        return new Batches<>(Runnable::run, batches);
    }

    @Override
    public void close() {}
}
