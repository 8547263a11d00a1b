package keyturn.ui.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import keyturn.domain.Problem;

/** Does the work at once, on the thread that asks; time passes at once too, or when the test says so. */
public final class DirectBackground implements Background {

    private final boolean timeStands;
    private final List<Runnable> waiting = new ArrayList<>();

    public DirectBackground() {
        this(false);
    }

    private DirectBackground(boolean timeStands) {
        this.timeStands = timeStands;
    }

    /** No time passes before {@link #passTime}. */
    public static DirectBackground whereTimeStands() {
        return new DirectBackground(true);
    }

    /** So much that whatever waited for its time has its turn. */
    public void passTime() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public Job after(Duration time, Runnable then) {
        Job job = new Job();
        Runnable unlessCalledOff = () -> {
            if (!job.isAbandoned()) {
                then.run();
            }
        };
        if (timeStands) {
            waiting.add(unlessCalledOff);
        } else {
            unlessCalledOff.run();
        }
        return job;
    }

    @Override
    public <T> Job perform(Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        Answers.of(work, done, failed).run();
        return new Job();
    }

    @Override
    public <E> Consumer<E> carrier(Consumer<List<E>> batches) {
        return new Batches<>(Runnable::run, batches);
    }

    /** Anyone who is shown the question answers at once, or nobody does. */
    @Override
    public <Q, A> Function<Q, A> questions(Consumer<Question<Q, A>> shown, A unanswered) {
        return asked -> {
            Question<Q, A> question = new Question<>(asked, unanswered);
            shown.accept(question);
            return question.now();
        };
    }

    @Override
    public void close() {}
}
