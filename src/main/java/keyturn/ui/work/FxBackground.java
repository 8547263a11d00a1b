package keyturn.ui.work;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import keyturn.domain.Problem;

/** The window's background: a thread for each job, answers by JavaFX's queue. */
public final class FxBackground implements Background {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("keyturn-work-", 1).daemon().factory());

    @Override
    public <T> Job perform(Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        Job job = new Job();
        threads.execute(() -> {
            Runnable answer = Answers.of(work, done, failed);
            Platform.runLater(() -> {
                if (!job.isAbandoned()) {
                    answer.run();
                }
            });
        });
        return job;
    }

    @Override
    public <E> Consumer<E> carrier(Consumer<List<E>> batches) {
        return new Batches<>(Platform::runLater, batches);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
