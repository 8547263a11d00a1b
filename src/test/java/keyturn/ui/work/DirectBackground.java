package keyturn.ui.work;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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

    /** Whoever is shown the question answers at once, or nobody does. */
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
