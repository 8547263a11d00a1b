package keyturn.app;

import java.time.Clock;
import keyturn.cli.Doors;
import keyturn.cli.Terminal;
import keyturn.cli.Verbs;
import keyturn.domain.Message;
import keyturn.evidence.EvidenceWriter;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.run.Runner;
import keyturn.sql.SqlAccess;
import keyturn.sql.SqlConnector;

/** Wires the rooms together and starts the window or a verb. */
final class Program {

    private final Shutdown shutdown;
    private final Terminal terminal;
    private final StateFolder state = StateFolder.ofThisUser();

    Program(Shutdown shutdown, Terminal terminal) {
        this.shutdown = shutdown;
        this.terminal = terminal;
    }

    /** @return the exit code; what nobody expected becomes one line, a file with the details, and 1 */
    int run(String... arguments) {
        try {
            return arguments.length == 0 ? wizard() : new Verbs(doors(), terminal).run(arguments);
        } catch (RuntimeException | Error unexpected) {
            return new Crash(state, terminal.err()).tell(unexpected);
        }
    }

    private int wizard() {
        terminal.err().println(Message.of("app.display.none").text());
        return new Verbs(doors(), terminal).run("tour");
    }

    private Doors doors() {
        Clock clock = Clock.systemUTC();
        String version = Version.text();
        Connector connector = new SqlConnector(version);
        Inspector inspector = new Inspector(clock);
        PracticeWorlds worlds = shutdown.closing(new PracticeWorlds());
        return new Doors(
                connector,
                worlds,
                inspector,
                new Runner(connector, inspector, new SqlAccess(), clock),
                new EvidenceWriter(version),
                clock,
                state.runs(),
                shutdown,
                version);
    }
}
