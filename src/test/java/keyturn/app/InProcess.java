package keyturn.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import keyturn.cli.Terminal;
import keyturn.tools.Command;

/** The whole program as {@code main} wires it, run in this process. */
final class InProcess {

    private InProcess() {}

    static Command.Ended run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var shutdown = new Shutdown();
        var terminal = new Terminal(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                question -> Optional.empty());
        try {
            int exit = new Program(shutdown, terminal)
                    .run(List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
            return new Command.Ended(exit, out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            shutdown.close();
        }
    }
}
