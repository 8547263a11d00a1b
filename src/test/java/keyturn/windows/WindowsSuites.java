package keyturn.windows;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * A program of its own, for a Windows Java: runs the test classes that its arguments name, says of each test that was skipped
 * why, of each that failed how, and last how many there were. Ends with 0 only if all passed or were skipped.
 */
public final class WindowsSuites {

    private WindowsSuites() {}

    public static void main(String... classes) {
        var summary = new SummaryGeneratingListener();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(Arrays.stream(classes)
                                        .map(DiscoverySelectors::selectClass)
                                        .toList())
                                .filters(TagFilter.excludeTags("matrix", "pictures", "bench"))
                                .build(),
                        summary,
                        saysWhatIsSkipped(out));
        TestExecutionSummary all = summary.getSummary();
        all.printFailuresTo(out);
        // What was printed before may have no end of line.
        out.println();
        out.println("tests " + all.getTestsFoundCount() + ", passed " + all.getTestsSucceededCount() + ", skipped "
                + all.getTestsAbortedCount() + ", failed " + all.getTotalFailureCount());
        // A test's daemon of another library must not keep the program alive.
        Runtime.getRuntime().halt(all.getTotalFailureCount() == 0 ? 0 : 1);
    }

    private static TestExecutionListener saysWhatIsSkipped(PrintWriter out) {
        return new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
                    out.println("skipped " + test.getDisplayName() + ": "
                            + result.getThrowable().map(Throwable::getMessage).orElse(""));
                }
            }
        };
    }
}
