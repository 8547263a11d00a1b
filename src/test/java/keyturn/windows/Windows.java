package keyturn.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import keyturn.tools.Command;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Assertions;

/** Keyturn's Windows layout under Wine. */
final class Windows {

    private static final Path FOLDER = Path.of("target", "keyturn-win").toAbsolutePath();
    private static final Path LAYOUT = FOLDER.resolve("bin").resolve("keyturn.cmd");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path winrun;

    private Windows(Path winrun) {
        this.winrun = winrun;
    }

    /** Skips, or fails where tools are required, if Wine or the layout is missing. */
    static Windows require() {
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

    Command.Ended run(Object... arguments) {
        return keyturn(arguments).run(LIMIT);
    }

    /** Runs a class of these tests on the layout's own libraries. */
    Command.Ended java(Class<?> main, Object... arguments) {
        Path library = FOLDER.resolve("lib");
        String classes = path(library) + "\\*;" + path(Path.of("target", "test-classes"));
        List<Object> words = new ArrayList<>(List.of(winrun, "java", "@" + path(library.resolve("jvm.flags"))));
        words.addAll(List.of("-cp", classes, main.getName()));
        words.addAll(List.of(arguments));
        return Command.of(words.toArray()).run(LIMIT);
    }

    /** What Windows calls a file of this system. */
    String path(Path file) {
        Command.Ended ended = Command.of(winrun, "path", file.toAbsolutePath()).run(LIMIT);
        Assertions.assertEquals(0, ended.exit(), ended.err());
        return ended.text().strip();
    }

    /**
     * A java.exe outlives the killed cmd that started it: ends every one whose command line holds this word. Wine rewrites
     * command lines in a way that {@link ProcessHandle.Info} does not read, so the system's own list is asked.
     */
    static void end(String word) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String line = commandLine(process);
                if (line.contains("java.exe") && line.contains(word)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(ProcessHandle::destroyForcibly);
                }
            }
        } catch (IOException noList) {
            throw new UncheckedIOException(noList);
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }
}
