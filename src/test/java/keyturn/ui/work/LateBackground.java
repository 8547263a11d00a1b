package keyturn.ui.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import keyturn.domain.Problem;

/** Does the work once the test says so; all else as {@link DirectBackground}. */
public final class LateBackground implements Background {

    private final DirectBackground direct = new DirectBackground();
    private final List<Runnable> waiting = new ArrayList<>();

    /** All work that was asked for is done, and its answers have come. */
    public void arrive() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public <T> Job perform(Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        Job job = new Job();
        waiting.add(() -> {
            if (!job.isAbandoned()) {
                Answers.of(work, done, failed).run();
            }
        });
        return job;
    }

    @Override
    public <E> Consumer<E> carrier(Consumer<List<E>> batches) {
        return direct.carrier(batches);
    }

    @Override
    public <Q, A> Function<Q, A> questions(Consumer<Question<Q, A>> shown, A unanswered) {
        return direct.questions(shown, unanswered);
    }

    @Override
    public Job after(Duration time, Runnable then) {
        return direct.after(time, then);
    }

    @Override
    public void close() {
        direct.close();
    }
}
