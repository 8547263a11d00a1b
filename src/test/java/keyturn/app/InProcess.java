package keyturn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.cli.Terminal;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.Command;

/**
 * The whole program as {@code main} wires it, and ranges for it, in this process.
 *
 * @param folder holds ready files, the plan, the runs
 */
record InProcess(Path folder) {

    static Command.Ended say(Object... arguments) {
        return say(StateFolder.ofThisUser(), arguments);
    }

    /** @param state what this user's Keyturn remembers */
    static Command.Ended say(StateFolder state, Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var shutdown = new Shutdown();
        var terminal = new Terminal(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                question -> Optional.empty());
        try {
            int exit = new Program(shutdown, terminal, state)
                    .run(List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
            return new Command.Ended(exit, out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            shutdown.close();
        }
    }

    Range started(String scenario) throws IOException {
        return Range.start(RangeOptions.of(scenario).withReady(folder.resolve(scenario + ".json")));
    }

    /** TARGET for the administrator. */
    List<Object> target(Range range) {
        return List.of("--range", folder.resolve(range.scenario() + ".json"));
    }

    /** Plans the upgrade. Returns the digest. */
    String plan(List<Object> target) {
        List<Object> words = new ArrayList<>(List.of("plan", "upgrade"));
        words.addAll(target);
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        Command.Ended planned = say(words.toArray());
        assertEquals(0, planned.exit(), planned.all());
        return planned.text().lines().reduce("", (before, line) -> line).substring("digest ".length());
    }

    Command.Ended run(List<Object> target, String digest) {
        List<Object> words = new ArrayList<>(List.of("run", folder.resolve("plan.json")));
        words.addAll(target);
        words.addAll(List.of("--approve", digest, "--journal", runs()));
        return say(words.toArray());
    }

    Path runs() {
        return folder.resolve("runs");
    }
}
