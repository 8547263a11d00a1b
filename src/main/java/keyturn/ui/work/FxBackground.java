package keyturn.ui.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import keyturn.domain.Problem;

/** The window's background: a thread for each job, answers by JavaFX's queue. */
public final class FxBackground implements Background {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("keyturn-work-", 1).daemon().factory());
    private final Carriers carriers = new Carriers();
    private final Questions questions = new Questions(carriers::then);

    @Override
    public <T> Job perform(Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        Job job = new Job();
        if (threads.isShutdown()) {
            // An answer that came after the window was closed asks for more: nobody looks any longer.
            return job;
        }
        threads.execute(() -> {
            Runnable answer = Answers.of(work, done, failed);
            carriers.then(() -> {
                if (!job.isAbandoned()) {
                    answer.run();
                }
            });
        });
        return job;
    }

    @Override
    public <E> Consumer<E> carrier(Consumer<List<E>> batches) {
        return carriers.to(batches);
    }

    @Override
    public <Q, A> Function<Q, A> questions(Consumer<Question<Q, A>> shown, A unanswered) {
        return asked -> {
            if (Platform.isFxApplicationThread()) {
                throw new IllegalStateException("JavaFX's thread would wait for itself");
            }
            return questions.ask(asked, shown, unanswered);
        };
    }

    @Override
    public Job after(Duration time, Runnable then) {
        Job job = new Job();
        new Timeline(new KeyFrame(javafx.util.Duration.millis((double) time.toMillis()), event -> {
                    if (!job.isAbandoned()) {
                        then.run();
                    }
                }))
                .play();
        return job;
    }

    @Override
    public void close() {
        questions.close();
        threads.shutdown();
    }
}
