package keyturn.windows;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.tools.Command;
import keyturn.tools.Program;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Assertions;

/** Keyturn's Windows layout under Wine. */
public final class Windows implements Program {

    private static final Path FOLDER = Path.of("target", "keyturn-win").toAbsolutePath();
    private static final Path LAYOUT = FOLDER.resolve("bin").resolve("keyturn.cmd");
    private static final String MAIN = "keyturn.app.Main";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path winrun;
    private final String root;

    private Windows(Path winrun) {
        this.winrun = winrun;
        this.root = root(winrun);
    }

    /** Skips, or fails where tools are required, if Wine or the layout is missing. */
    public static Windows require() {
        Path winrun = Tools.require("winrun");
        if (!Files.exists(LAYOUT)) {
            Tools.missing(LAYOUT.getFileName() + " is not built: mvn -DskipTests package -Djavafx.platform=win");
        }
        return new Windows(winrun);
    }

    Command keyturn(Object... arguments) {
        List<Object> words = new ArrayList<>(List.of(winrun, LAYOUT));
        words.addAll(List.of(arguments));
        return Command.of(words.toArray());
    }

    @Override
    public Command keyturn(Path folder, Object... arguments) {
        Object[] named = Stream.of(arguments)
                .map(argument -> argument instanceof Path file ? path(file) : argument)
                .toArray();
        return keyturn(named).in(folder);
    }

    /** A java.exe outlives the killed cmd that started it, and cmd ends with java.exe. */
    @Override
    public List<ProcessHandle> processes(Process started, String word) {
        return javas(word);
    }

    Command.Ended run(Object... arguments) {
        return keyturn(arguments).run(LIMIT);
    }

    /** Runs a class of these tests that opens a window, on the layout's own libraries. */
    Command.Ended window(Class<?> main, Object... arguments) {
        Command command = java(libraries() + ";" + path(Path.of("target", "test-classes")), main, arguments);
        CrashReport report = CrashReport.fresh();
        Command.Ended ended = report.of(this, command).run(LIMIT);
        return report.blamesSettings() ? command.run(LIMIT) : ended;
    }

    /** Runs a class of these tests on the classes and libraries that they have here, but for JavaFX, which is the layout's. */
    Command.Ended likeHere(Class<?> main, Object... arguments) {
        String here = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.getFileName().toString().startsWith("javafx-"))
                .map(this::path)
                .collect(Collectors.joining(";"));
        return java(here + ";" + libraries(), main, arguments).run(LIMIT);
    }

    private String libraries() {
        return path(FOLDER.resolve("lib")) + "\\*";
    }

    private Command java(String classes, Class<?> main, Object... arguments) {
        Path flags = FOLDER.resolve("lib").resolve("jvm.flags");
        List<Object> words = new ArrayList<>(List.of(winrun, "java", "@" + path(flags)));
        words.addAll(List.of("-cp", classes, main.getName()));
        words.addAll(List.of(arguments));
        return Command.of(words.toArray());
    }

    /** What Windows calls a file of this system. */
    String path(Path file) {
        return root + file.toAbsolutePath().toString().substring(1).replace('/', '\\');
    }

    private static String root(Path winrun) {
        Command.Ended ended = Command.of(winrun, "path", "/").run(LIMIT);
        Assertions.assertEquals(0, ended.exit(), ended.err());
        return ended.text().strip();
    }

    /** Ends every java.exe whose command line holds this word. */
    static void end(String word) {
        javas(word).forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends every java.exe that shows the program's window: its command line ends with the main class, no verb follows. */
    static void endWindows() {
        javas(line -> line.stripTrailing().endsWith(MAIN)).forEach(ProcessHandle::destroyForcibly);
    }

    private static List<ProcessHandle> javas(String word) {
        return javas(line -> line.contains(word));
    }

    /** Wine rewrites command lines in a way that {@link ProcessHandle.Info} does not read, so the system's own list is asked. */
    private static List<ProcessHandle> javas(Predicate<String> wanted) {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String line = commandLine(process);
                if (line.contains("java.exe") && wanted.test(line)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
            return found;
        } catch (IOException noList) {
            throw new UncheckedIOException(noList);
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException ended) {
            return "";
        }
    }
}
