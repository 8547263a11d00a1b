package keyturn.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Keeps this computer from going to sleep while a run goes. The screen may turn off and be locked, and a remote session may end: the run
 * needs neither. Where it cannot be asked for, the run goes on as before.
 */
final class StayAwake {

    private static final Logger LOG = System.getLogger(StayAwake.class.getName());

    private final Asking asking;
    private Optional<Runnable> release = Optional.empty();

    /** Asks the system to stay awake; hands back what lets it sleep again. */
    @FunctionalInterface
    interface Asking {
        Runnable ask() throws IOException;
    }

    StayAwake(Asking asking) {
        this.asking = asking;
    }

    static StayAwake on(boolean windows) {
        return new StayAwake(windows ? StayAwake::onWindows : () -> onLinux(List.of("systemd-inhibit")));
    }

    synchronized void begin() {
        if (release.isEmpty()) {
            try {
                release = Optional.of(asking.ask());
                LOG.log(Level.DEBUG, "this computer stays awake");
            } catch (IOException refused) {
                LOG.log(Level.DEBUG, "this computer may go to sleep: {0}", refused.getMessage());
            }
        }
    }

    synchronized void end() {
        release.ifPresent(Runnable::run);
        release = Optional.empty();
    }

    /** The inhibitor ends with what it runs, and that ends with this process: it reads from it. */
    static Runnable onLinux(List<String> inhibitor) throws IOException {
        List<String> command = new ArrayList<>(inhibitor);
        command.addAll(
                List.of("--what=sleep:idle", "--who=Keyturn", "--why=A run is under way", "--mode=block", "cat"));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process::destroy;
    }

    /** Windows keeps the wish by the thread that has it. */
    private static Runnable onWindows() {
        CountDownLatch released = new CountDownLatch(1);
        Thread.ofPlatform().name("stay-awake").daemon().start(() -> wish(released));
        return released::countDown;
    }

    @SuppressWarnings("restricted")
    private static void wish(CountDownLatch released) {
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle wish = Linker.nativeLinker()
                    .downcallHandle(
                            SymbolLookup.libraryLookup("kernel32", arena).findOrThrow("SetThreadExecutionState"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int before = (int) wish.invokeExact(Wish.AWAKE);
            LOG.log(Level.DEBUG, "state before: {0}", before);
            released.await();
            int wished = (int) wish.invokeExact(Wish.NONE);
            LOG.log(Level.DEBUG, "state wished for: {0}", wished);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (Throwable unavailable) {
            LOG.log(Level.DEBUG, "this computer may go to sleep: {0}", unavailable.toString());
        }
    }

    /** ES_CONTINUOUS, and with it ES_SYSTEM_REQUIRED. */
    private static final class Wish {
        static final int NONE = 0x80000000;
        static final int AWAKE = NONE | 1;
    }
}
