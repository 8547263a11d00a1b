package keyturn.ui;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import keyturn.ui.frame.Frame;

/** Hears what nobody has caught on JavaFX's thread, and tells it in the window. */
final class WindowFaults implements UncaughtExceptionHandler {

    private final Frame frame;
    private final Function<Throwable, String> filing;
    private final Set<String> told = new HashSet<>();

    /** @param filing writes the details to a file, and says where, in a sentence */
    WindowFaults(Frame frame, Function<Throwable, String> filing) {
        this.frame = frame;
        this.filing = filing;
    }

    /** One that comes back with each picture that is drawn is told once. */
    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String where = fault.getClass().getName() + (trace.length == 0 ? "" : " " + trace[0]);
        if (told.add(where)) {
            frame.tellFault(filing.apply(fault));
        }
    }
}
