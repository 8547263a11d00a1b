package keyturn.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What reviews found stays mended: without its mending each finding turns a test red that is green with it. */
final class MendingsTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    private Path folder;

    static List<Mending> mendings() throws IOException {
        return Mending.all();
    }

    /** Cheap, so that a patch that no longer fits is known at once, and not in the long run alone. */
    @Test
    void eachPatchStillFitsTheSourcesAndNamesTestsThatExist() throws Exception {
        for (Mending mending : mendings()) {
            undo(mending);
            for (String test : mending.tests()) {
                assertTrue(source(Path.of("src/test/java"), test), () -> mending + ": there is no " + test);
            }
        }
    }

    @Tag("matrix")
    @ParameterizedTest
    @MethodSource("mendings")
    void aMendingUndoneTurnsItsTestRed(Mending mending) throws Exception {
        undo(mending);
        Path classes = compiled(mending);
        assertEquals(1, outcome(mending.tests(), classes + File.pathSeparator + CLASS_PATH), "all green without it");
    }

    private void undo(Mending mending) throws Exception {
        for (Path source : mending.sources()) {
            Path copy = folder.resolve(source);
            Files.createDirectories(copy.getParent());
            Files.write(copy, Files.readAllBytes(source));
        }
        Path log = folder.resolve("apply.log");
        int code = new ProcessBuilder(
                        "git", "apply", mending.file().toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertEquals(0, code, () -> mending + " does not fit: " + text(log));
    }

    private Path compiled(Mending mending) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-parameters", "-cp", CLASS_PATH, "-d", classes.toString()));
        for (Path source : mending.sources()) {
            Path changed = folder.resolve(source);
            if (source.toString().endsWith(".java")) {
                arguments.add(changed.toString());
            } else {
                Path there = classes.resolve(Path.of("src/main/resources").relativize(source));
                Files.createDirectories(there.getParent());
                Files.copy(changed, there);
            }
        }
        if (arguments.getLast().endsWith(".java")) {
            assertEquals(
                    0,
                    ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)),
                    () -> mending + " does not compile");
        }
        return classes;
    }

    private int outcome(List<String> tests, String classPath) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-javaagent") && !flag.startsWith("-agentlib"))
                .forEach(command::add);
        Stream.of("keyturn.javafx", "keyturn.tools.required", "java.util.logging.config.file")
                .filter(name -> System.getProperty(name) != null)
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", classPath, "keyturn.tools.ChosenTests"));
        command.addAll(tests);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static boolean source(Path root, String test) {
        return Files.exists(root.resolve(test.replace('.', '/') + ".java"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
