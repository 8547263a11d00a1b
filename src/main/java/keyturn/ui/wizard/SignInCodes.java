package keyturn.ui.wizard;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Codes that a sign-in to Azure waits for, from whatever thread asks, to the window that shows them. Safe from any thread. */
public final class SignInCodes {

    private final AtomicReference<Consumer<Code>> window = new AtomicReference<>(code -> {});

    /**
     * A code and where to enter it.
     *
     * @param until it is taken no longer then
     */
    public record Code(String code, URI page, Instant until) {}

    public void show(String code, URI page, Instant until) {
        window.get().accept(new Code(code, page, until));
    }

    /** @param shown hears each code on the thread that asks for it */
    public void watch(Consumer<Code> shown) {
        window.set(shown);
    }
}
