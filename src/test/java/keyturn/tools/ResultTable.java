package keyturn.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The table at the end of the profiles {@code matrix}, {@code pictures} and {@code bench}: what ran, how it ended and in what
 * time, with the figure and the goal that the test published ({@link #FIGURE}, {@link #GOAL}), or why it was skipped. It is
 * kept in the file that {@code keyturn.table} names, since one build starts several JVMs; each of them prints all of it. Where
 * no file is named, the figures alone are printed, as they come.
 */
public final class ResultTable implements TestExecutionListener {

    /** Key of a published value: what was measured or counted. */
    public static final String FIGURE = "figure";

    /** Key of a published value: what the figure should be. */
    public static final String GOAL = "goal";

    private static final List<String> HEAD = List.of("what ran", "outcome", "seconds", "figure", "goal");

    private final String file = System.getProperty("keyturn.table", "");
    private final Map<String, Map<String, String>> published = new ConcurrentHashMap<>();
    private final Map<String, Long> started = new ConcurrentHashMap<>();

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        published
                .computeIfAbsent(test.getUniqueId(), id -> new ConcurrentHashMap<>())
                .putAll(entry.getKeyValuePairs());
        String figure = entry.getKeyValuePairs().get(FIGURE);
        if (figure != null) {
            System.out.println(name(test) + ": " + figure);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(List.of(name(test), "skipped", "", reason, ""));
    }

    /** A class or a family of tests has no line of its own, unless it fails or is skipped as a whole. */
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            return;
        }
        Map<String, String> told = new HashMap<>(published.getOrDefault(test.getUniqueId(), Map.of()));
        String why = result.getThrowable()
                .map(thrown -> String.valueOf(thrown.getMessage())
                        .strip()
                        .lines()
                        .findFirst()
                        .orElse(""))
                .orElse("");
        String figure = told.getOrDefault(FIGURE, why);
        double seconds = (System.nanoTime() - started.getOrDefault(test.getUniqueId(), System.nanoTime())) / 1e9;
        add(List.of(
                name(test),
                outcome(result.getStatus()),
                String.format(Locale.ROOT, "%.1f", seconds),
                figure,
                told.getOrDefault(GOAL, "")));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (!file.isEmpty() && Files.exists(Path.of(file))) {
            System.out.print(printed());
        }
    }

    private static String outcome(TestExecutionResult.Status status) {
        return switch (status) {
            case SUCCESSFUL -> "passed";
            case ABORTED -> "skipped";
            case FAILED -> "failed";
        };
    }

    /** {@code KillsOfFlowsTest.everyStepAtEveryPointBothWays upgrade}. */
    private static String name(TestIdentifier test) {
        return test.getSource()
                .map(source -> switch (source) {
                    case MethodSource method -> {
                        String owner = method.getClassName();
                        String plain = owner.substring(owner.lastIndexOf('.') + 1) + "." + method.getMethodName();
                        yield test.getDisplayName().startsWith(method.getMethodName())
                                ? plain
                                : plain + " " + test.getDisplayName();
                    }
                    case ClassSource type ->
                        type.getClassName().substring(type.getClassName().lastIndexOf('.') + 1);
                    default -> test.getDisplayName();
                })
                .orElse(test.getDisplayName());
    }

    private synchronized void add(List<String> row) {
        if (file.isEmpty()) {
            return;
        }
        String line = String.join(
                "\t", row.stream().map(cell -> cell.replaceAll("\\s+", " ")).toList());
        try {
            Files.writeString(Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String printed() {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        try {
            Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)
                    .forEach(line -> rows.add(List.of(line.split("\t", HEAD.size()))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        StringBuilder table = new StringBuilder("\n");
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < HEAD.size(); column++) {
                int at = column;
                int width =
                        rows.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
                line.append(String.format("%-" + Math.max(1, width) + "s  ", row.get(column)));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.append('\n').toString();
    }
}
