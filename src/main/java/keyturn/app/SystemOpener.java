package keyturn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.OperatingSystem;
import keyturn.domain.Problem;

/** Opens files and folders with the program that the system has for them. */
record SystemOpener(Map<String, String> environment, boolean windows) {

    /** A program that goes on for longer has opened something. */
    private static final long SECONDS = 5;

    /** The first one that is installed is asked; each hands over to the desktop's own. */
    private static final List<List<String>> OPENERS =
            List.of(List.of("xdg-open"), List.of("gio", "open"), List.of("open"), List.of("wslview"));

    static SystemOpener ofThisComputer() {
        return new SystemOpener(System.getenv(), OperatingSystem.isWindows());
    }

    void open(Path path) throws Problem.Raised {
        Path whole = path.toAbsolutePath();
        if (!Files.exists(whole)) {
            throw problem("app.open.missing", whole, Optional.empty());
        }
        List<String> program = windows ? List.of("explorer.exe") : installed(whole);
        run(Stream.concat(program.stream(), Stream.of(whole.toString())).toList(), whole);
    }

    private List<String> installed(Path path) throws Problem.Raised {
        return OPENERS.stream()
                .flatMap(command -> found(command).stream())
                .findFirst()
                .orElseThrow(() -> problem("app.open.none", path, Optional.empty()));
    }

    /** The command with the whole path of its program; empty: it is not installed. */
    private Optional<List<String>> found(List<String> command) {
        return Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, command.getFirst()))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> Stream.concat(
                                Stream.of(program.toString()), command.stream().skip(1))
                        .toList());
    }

    /** Explorer ends with 1 whether or not it has shown something. */
    private void run(List<String> command, Path path) throws Problem.Raised {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            if (!windows && ended && process.exitValue() != 0) {
                throw problem(
                        "app.open.failed",
                        path,
                        Optional.of(command.getFirst() + ": exit code " + process.exitValue()));
            }
        } catch (IOException notStarted) {
            throw problem("app.open.failed", path, Optional.of(String.valueOf(notStarted.getMessage())));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static Problem.Raised problem(String key, Path path, Optional<String> detail) {
        return new Problem.Raised(new Problem(key, Message.of(key, path), detail, Message.of(key + ".next")));
    }
}
