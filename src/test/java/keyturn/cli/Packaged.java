package keyturn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import keyturn.tools.Command;
import keyturn.tools.Program;
import keyturn.tools.RunningRange;
import org.junit.jupiter.api.Assertions;

/** The packaged program, and a range that it runs in a process of its own. */
public final class Packaged {

    public static final Duration LIMIT = Duration.ofMinutes(3);

    /** What {@code mvn package} leaves. */
    static final Path LAYOUT = Path.of("target", "keyturn").toAbsolutePath();

    /** On this system, where it is the process that was started. */
    public static final Program HERE = new Program() {
        @Override
        public Command keyturn(Path folder, Object... arguments) {
            return Packaged.keyturn(folder, arguments);
        }

        @Override
        public List<ProcessHandle> processes(Process started, String word) {
            return List.of(started.toHandle());
        }
    };

    private Packaged() {}

    private static Path program(Path layout) {
        Path program = layout.resolve("bin").resolve("keyturn");
        Assertions.assertTrue(Files.isExecutable(program), program + " is built by: mvn package");
        return program;
    }

    /** Keeps runs and fault reports in {@code folder}; knows no display. */
    static Command keyturn(Path folder, Object... arguments) {
        return keyturnOf(LAYOUT, folder, arguments);
    }

    /** The same from another copy of the layout. */
    static Command keyturnOf(Path layout, Path folder, Object... arguments) {
        List<Object> words = new ArrayList<>(List.of("env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", program(layout)));
        words.addAll(List.of(arguments));
        return Command.of(words.toArray())
                .in(folder)
                .with("XDG_STATE_HOME", folder.resolve("state").toString());
    }

    static Command.Ended run(Path folder, Object... arguments) {
        return keyturn(folder, arguments).run(LIMIT);
    }

    static String lastLine(Command.Ended ended) {
        return ended.text().lines().reduce("", (before, line) -> line);
    }

    /**
     * Plans the upgrade of a running range into a file.
     *
     * @return the digest that the last line names
     */
    static String plan(Path folder, RunningRange range, Path plan) {
        Command.Ended planned = run(folder, "plan", "upgrade", "--range", range.ready(), "--out", plan);
        Assertions.assertEquals(0, planned.exit(), planned.err());
        String last = lastLine(planned);
        Assertions.assertTrue(last.matches("digest sha256:[0-9a-f]{64}"), planned.text());
        return last.substring("digest ".length());
    }

    /** The journal of the only run in a folder. */
    static Path journal(Path runs) throws IOException {
        try (var files = Files.walk(runs)) {
            return files.filter(file -> file.endsWith("journal.jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A range of the packaged program, in a process of its own. */
    static RunningRange range(Path folder, String... options) {
        return RunningRange.start(keyturn(folder), folder, options);
    }
}
