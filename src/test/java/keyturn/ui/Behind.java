package keyturn.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import keyturn.evidence.EvidenceWriter;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Worlds;
import keyturn.practice.Range;
import keyturn.run.Runner;
import keyturn.run.ShutdownRequest;
import keyturn.run.door.WriteDoors;
import keyturn.sql.SqlConnector;
import keyturn.tools.RealDoors;
import keyturn.ui.wizard.SignInCodes;

/**
 * What stands behind a window.
 *
 * @param worlds whatever is asked for, the one range
 * @param ending the end that the system asks for
 */
public record Behind(Connector connector, WriteDoors doors, Worlds worlds, ShutdownRequest ending) {

    /** Nobody asks the program to end. */
    public Behind(Connector connector, WriteDoors doors, Worlds worlds) {
        this(connector, doors, worlds, ShutdownRequest.NEVER);
    }

    /** The SQL Server alone. */
    static Behind server(Range range) {
        return new Behind(new SqlConnector("test"), RealDoors.all(), new OneWorld(range));
    }

    /** @param left where what is left of a plan is written, without a question */
    WizardPorts ports(Inspector inspector, Path runs, Path left) {
        var ports = new UiDoors(
                        connector,
                        Optional.of(worlds),
                        new KnownList(),
                        new KeptSettings(),
                        new SignInCodes(),
                        inspector,
                        RealDoors.checks(connector, inspector),
                        new Runner(connector, inspector, doors, Clock.systemUTC()),
                        ending,
                        new EvidenceWriter("test"),
                        Clock.systemUTC(),
                        runs,
                        "tester",
                        "test",
                        RealDoors.desk())
                .ports();
        return new WizardPorts(
                ports.worlds(),
                ports.look(),
                ports.files(),
                ports.vault(),
                ports.logs(),
                ports.servers(),
                ports.settings(),
                ports.codes(),
                ports.runs(),
                ports.checking(),
                ports.conduct(),
                ports.completed(),
                ports.stopped(),
                ports.later(),
                (owner, proposed) -> Optional.of(left),
                ports.certificate(),
                ports.directory(),
                ports.planFile(),
                ports.serverList(),
                ports.opening(),
                ports.bundling(),
                ports.clock(),
                ports.folder(),
                ports.who(),
                ports.version(),
                ports.desk());
    }
}
