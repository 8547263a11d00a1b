package keyturn.tools;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Something that a test waits for elsewhere, in a thread of its own: the pool that a process shares may be taken. */
public final class Aside {

    private Aside() {}

    public static <T> CompletableFuture<T> call(Supplier<T> what) {
        return CompletableFuture.supplyAsync(what, Thread.ofVirtual()::start);
    }

    public static CompletableFuture<Void> run(Runnable what) {
        return CompletableFuture.runAsync(what, Thread.ofVirtual()::start);
    }
}
