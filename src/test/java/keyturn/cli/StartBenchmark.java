package keyturn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.tools.BareWindow;
import keyturn.tools.Command;
import keyturn.tools.Measured;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of the packaged program to its window, made ready for a quick start as its packages are, against the window of a bare
 * JavaFX program with Java's defaults, in turn; the memory that both then have; and {@code keyturn --version} against 0.3 s. Nothing here
 * fails for being slow.
 */
@Tag("bench")
@Tag("packaged")
final class StartBenchmark {

    private static final int ROUNDS = Integer.getInteger("keyturn.bench.rounds", 7);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration LOOKS_APART = Duration.ofMillis(5);
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final double VERSION_GOAL = 0.3;

    private final Path folder;
    private final Path layout;

    StartBenchmark(@TempDir Path folder) {
        this.folder = folder;
        this.layout = folder.resolve("keyturn");
    }

    /** @param memory resident, in kilobytes */
    private record Started(double seconds, long memory) {}

    @Test
    void theWindowAgainstABareOne(TestReporter reporter) throws IOException {
        if (System.getenv("DISPLAY") == null) {
            Tools.optional("no display");
        }
        Tools.require("xwininfo");
        Path java = ready();
        List<Double> times = new ArrayList<>();
        List<Double> sizes = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Started bare = started(bare(java), BareWindow.TITLE);
            Started whole = started(
                    Command.of(layout.resolve("bin").resolve("keyturn"))
                            .with("XDG_STATE_HOME", folder.resolve("state").toString()),
                    "Keyturn");
            System.out.printf(
                    "bare window %.2f s, %d MB; keyturn %.2f s, %d MB%n",
                    bare.seconds(), bare.memory() / 1024, whole.seconds(), whole.memory() / 1024);
            if (round > 0 || ROUNDS == 0) {
                times.add(whole.seconds() / bare.seconds());
                sizes.add((double) whole.memory() / bare.memory());
            }
        }
        Measured.median("start to window", "window of a bare JavaFX program", times, 1.0)
                .tell(reporter);
        Measured.median("memory after the start", "memory of a bare JavaFX program", sizes, 1.3)
                .tell(reporter);
    }

    @Test
    void theVersionIsToldAtOnce(TestReporter reporter) throws IOException {
        ready();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            long begun = System.nanoTime();
            Command.Ended ended = Command.of(layout.resolve("bin").resolve("keyturn"), "--version")
                    .run(LIMIT);
            ratios.add((System.nanoTime() - begun) / 1e9 / VERSION_GOAL);
            assertEquals(0, ended.exit(), ended.all());
        }
        Measured.median("`keyturn --version`", "0.3 s", ratios, 1.0).tell(reporter);
    }

    /** A copy of the layout that was started once, as the package is while it is made. Returns the Java that starts it. */
    private Path ready() throws IOException {
        Command copied = Command.of("cp", "-a", Packaged.LAYOUT, layout);
        assertEquals(0, copied.run(LIMIT).exit());
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path library = layout.resolve("lib");
        if (System.getenv("DISPLAY") != null) {
            Command.of(
                            java,
                            "@" + library.resolve("jvm.flags"),
                            "-XX:AOTCacheOutput=" + library.resolve("keyturn.aot"),
                            "-Xlog:aot=off",
                            "-Xlog:cds=off",
                            "-Dkeyturn.window=open-and-close",
                            "-cp",
                            library.resolve("keyturn.jar"),
                            "keyturn.app.Main")
                    .with("XDG_STATE_HOME", folder.resolve("trained").toString())
                    .run(LIMIT);
        }
        return java;
    }

    private Command bare(Path java) throws IOException {
        try (Stream<Path> jars = Files.list(layout.resolve("lib"))) {
            String path = jars.filter(jar -> jar.getFileName().toString().startsWith("javafx"))
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
            return Command.of(
                    java,
                    "-cp",
                    path + ":" + Path.of("target", "test-classes").toAbsolutePath(),
                    BareWindow.Main.class.getName());
        }
    }

    private static Started started(Command program, String title) {
        long begun = System.nanoTime();
        Process process = program.start();
        try {
            while (!shows(title)) {
                if (System.nanoTime() - begun > LIMIT.toNanos() || !process.isAlive()) {
                    throw new AssertionError("no window " + title);
                }
                LockSupport.parkNanos(LOOKS_APART.toNanos());
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            LockSupport.parkNanos(SETTLED.toNanos());
            return new Started(seconds, memory(process.toHandle()));
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.onExit().join();
        }
    }

    private static boolean shows(String title) {
        return Command.of("xwininfo", "-name", title).run(LIMIT).text().contains("IsViewable");
    }

    private static long memory(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
