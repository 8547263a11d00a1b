package keyturn.tools;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * What nobody caught on JavaFX's thread, with the test that ran then. The first such fault is the cause of those that follow: a scene whose
 * layout was cut off once throws at every pulse. So the first of each kind is told again at the end, where a log is read.
 */
public final class UncaughtInWindows implements TestExecutionListener {

    private static final int LINES = 40;
    private static final int TOLD = 5;
    private static final Map<String, String> FIRST = Collections.synchronizedMap(new LinkedHashMap<>());

    private volatile String running = "no test";

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            running = test.getUniqueId();
        }
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        if (!(before instanceof Noting)) {
            Thread.setDefaultUncaughtExceptionHandler(new Noting(this, Optional.ofNullable(before)));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (!FIRST.isEmpty()) {
            System.out.println(FIRST.values().stream()
                    .limit(TOLD)
                    .collect(Collectors.joining("\n", "Not caught on JavaFX's thread, the first of each kind:\n", "")));
        }
    }

    private void note(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String kind = fault.getClass().getName() + (trace.length > 0 ? trace[0].toString() : "");
        FIRST.putIfAbsent(kind, "During " + running + "\n" + text(fault));
    }

    private static String text(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text));
        return text.toString().lines().limit(LINES).collect(Collectors.joining("\n"));
    }

    /** Another's handler does its work as before; without one it is printed, as Java does. */
    private record Noting(UncaughtInWindows faults, Optional<UncaughtExceptionHandler> then)
            implements UncaughtExceptionHandler {

        @Override
        public void uncaughtException(Thread thread, Throwable fault) {
            if (thread.getName().startsWith("JavaFX")) {
                faults.note(fault);
            }
            then.ifPresentOrElse(other -> other.uncaughtException(thread, fault), () -> {
                System.err.println("Exception in thread \"" + thread.getName() + "\"");
                fault.printStackTrace();
            });
        }
    }
}
