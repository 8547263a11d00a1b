package keyturn.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * A copy of {@code src/main} without the practice range, to be changed by patches and new files.
 *
 * @param folder that holds the copy under the same path
 */
public record SourceCopy(Path folder) {

    private static final Path MAIN = Path.of("src/main");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** @param folder empty until then */
    public static SourceCopy in(Path folder) throws IOException {
        var copy = new SourceCopy(folder);
        copy.add(MAIN);
        return copy;
    }

    /**
     * A copy of this one file alone, for new files that need no other to be compiled anew.
     *
     * @param folder empty until then
     */
    public static SourceCopy of(Path folder, Path file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.copy(file, folder.resolve(file));
        return new SourceCopy(folder);
    }

    /** Files in a tree as {@code src/main} is one; the range's stay where they are. */
    public void add(Path tree) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(tree)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path inside = tree.relativize(file);
            if (Stream.of("java", "resources").noneMatch(kind -> inside.startsWith(kind + "/keyturn/practice"))) {
                Path target = folder.resolve(MAIN).resolve(inside);
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    /** Fails where the patch does not fit. */
    public void apply(Patch patch) {
        Command.Ended applied = Command.of("git", "apply", patch.file().toAbsolutePath())
                .in(folder)
                .run(LIMIT);
        assertEquals(0, applied.exit(), () -> patch.file() + " does not fit: " + applied.all());
    }

    /** Compiled to {@link #classes}, as far as it can be. Returns the files with errors, below {@code keyturn}, and the first of each. */
    public NavigableMap<String, String> compiled() throws IOException {
        Path sources = folder.resolve(MAIN).resolve("java");
        var told = new DiagnosticCollector<JavaFileObject>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(told, null, null);
                Stream<Path> all = Files.walk(sources)) {
            List<Path> files =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            // As the build does: without the first option, the compiler stops at the first switch that is not answered.
            List<String> options = List.of(
                    "--should-stop=ifError=FLOW",
                    "-proc:none",
                    "-nowarn",
                    "-parameters",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    Files.createDirectories(classes()).toString());
            compiler.getTask(null, manager, told, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        NavigableMap<String, String> wrong = new TreeMap<>();
        told.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .forEach(one -> wrong.putIfAbsent(named(sources, one), one.toString()));
        return wrong;
    }

    private static String named(Path sources, Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject file = error.getSource();
        return file == null
                ? error.toString()
                : sources.resolve("keyturn").relativize(Path.of(file.toUri())).toString();
    }

    public Path classes() {
        return folder.resolve("classes");
    }

    /** Keyturn as the copy has it, in a process of its own; what is not in the copy comes from this class path. */
    public Command keyturn(Object... words) {
        String path = String.join(
                File.pathSeparator,
                classes().toString(),
                folder.resolve(MAIN).resolve("resources").toString(),
                System.getProperty("java.class.path"));
        return Command.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1")
                .and("-cp", path, "keyturn.app.Main")
                .and(words);
    }
}
