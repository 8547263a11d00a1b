package keyturn.tools;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes what {@link Measured} told: {@code benchmarks.md} and {@code benchmarks.json} in the folder that {@code keyturn.benchmarks}
 * names, with the machine and the commit. One run has several JVMs; each adds its lines to {@code benchmarks.tsv} there.
 */
public final class BenchmarkReport implements TestExecutionListener {

    private static final List<String> FIELDS = List.of(Measured.WHAT, Measured.FLOOR, Measured.RATIO, Measured.LIMIT);

    private final Optional<Path> folder = Optional.of(System.getProperty("keyturn.benchmarks", ""))
            .filter(text -> !text.isEmpty())
            .map(Path::of);

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        Map<String, String> told = entry.getKeyValuePairs();
        if (told.containsKey(Measured.RATIO)) {
            String line = String.join("\t", FIELDS.stream().map(told::get).toList());
            folder.ifPresent(in -> add(in, line));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        folder.ifPresent(BenchmarkReport::write);
    }

    private static synchronized void add(Path folder, String line) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("benchmarks.tsv"),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path folder) {
        Path lines = folder.resolve("benchmarks.tsv");
        if (!Files.exists(lines)) {
            return;
        }
        try {
            List<String[]> rows = Files.readAllLines(lines, StandardCharsets.UTF_8).stream()
                    .map(line -> line.split("\t", FIELDS.size()))
                    .toList();
            String at = Instant.now().truncatedTo(ChronoUnit.MINUTES).toString();
            Files.writeString(folder.resolve("benchmarks.md"), page(rows, at));
            Files.writeString(folder.resolve("benchmarks.json"), json(rows, at));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String page(List<String[]> rows, String at) {
        StringBuilder page = new StringBuilder("| measured | against | ratio | goal |\n|---|---|---|---|\n");
        rows.forEach(row -> page.append("| %s | %s | %s | at most %s |%n".formatted((Object[]) row)));
        return page.append("\nMeasured on ")
                .append(at)
                .append(", commit ")
                .append(commit())
                .append(": ")
                .append(machine())
                .append(".\n")
                .toString();
    }

    private static String json(List<String[]> rows, String at) {
        ObjectNode whole = new ObjectMapper().createObjectNode().put("format", 1);
        whole.put("takenAt", at).put("commit", commit()).put("machine", machine());
        var benchmarks = whole.putArray("benchmarks");
        rows.forEach(row -> benchmarks
                .addObject()
                .put("measured", row[0])
                .put("against", row[1])
                .put("ratio", Double.parseDouble(row[2]))
                .put("goal", Double.parseDouble(row[3])));
        return whole.toPrettyString() + "\n";
    }

    private static String commit() {
        try {
            Process asked = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "unknown";
        }
    }

    private static String machine() {
        return "%d cores of %s, %s of memory, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        first("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")),
                        first("/proc/meminfo", "MemTotal").orElse("unknown size"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version());
    }

    /** What a file of the kernel says after a name. */
    private static Optional<String> first(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip());
        } catch (IOException | UncheckedIOException elsewhere) {
            return Optional.empty();
        }
    }
}
