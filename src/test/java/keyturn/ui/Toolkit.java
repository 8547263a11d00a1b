package keyturn.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** JavaFX's thread, for tests that need no robot. */
public final class Toolkit {

    private static final long LIMIT_SECONDS = 60;

    private Toolkit() {}

    /** Runs on JavaFX's thread and hands back what it gives, or throws what it threw. */
    public static <T> T on(Callable<T> work) throws Exception {
        start();
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception | Error failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException alreadyRunning) {
            Platform.setImplicitExit(false);
        }
        Platform.setImplicitExit(false);
    }
}
