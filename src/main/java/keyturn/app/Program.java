package keyturn.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import keyturn.azure.ManagerWriter;
import keyturn.cli.Doors;
import keyturn.cli.Terminal;
import keyturn.cli.Verbs;
import keyturn.directory.GraphWriter;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.reach.RegisteredServer;
import keyturn.evidence.EvidenceWriter;
import keyturn.evidence.runs.TiesOfRuns;
import keyturn.host.PowerShellHost;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.inspect.Worlds;
import keyturn.inspect.registered.CentralServers;
import keyturn.inspect.registered.StudioFile;
import keyturn.run.Runner;
import keyturn.run.door.WriteDoors;
import keyturn.sql.CertificateLook;
import keyturn.sql.SqlAccess;
import keyturn.sql.SqlConnector;
import keyturn.trouble.look.CheckLook;
import keyturn.ui.KeyturnApplication;
import keyturn.ui.UiDoors;
import keyturn.ui.desk.Desk;
import keyturn.ui.desk.Places;
import keyturn.ui.files.ExportFolder;
import keyturn.ui.wizard.Drawing;
import keyturn.ui.wizard.Settings.Looks;
import keyturn.ui.wizard.ShownZone;
import keyturn.ui.wizard.SignInCodes;
import keyturn.vault.KeyVaultWriter;

/** Wires the rooms together and starts the window or a verb. */
final class Program {

    private static final Logger LOG = System.getLogger(Program.class.getName());

    private static final String VERSION = Version.text();

    /** The exit code of wrong usage, as the verbs give it. */
    private static final int VERB_NEEDED = 2;

    private final Shutdown shutdown;
    private final Terminal terminal;
    private final StateFolder state;
    private final Clock clock;
    private final SignInCodes codes = new SignInCodes();
    private final Connector connector;
    private final TiesFile ties;
    private final Inspector inspector;
    private final Runner runner;

    Program(Shutdown shutdown, Terminal terminal) {
        this(shutdown, terminal, StateFolder.ofThisUser());
    }

    Program(Shutdown shutdown, Terminal terminal, StateFolder state) {
        this(shutdown, terminal, state, Clock.systemUTC());
    }

    /** @param clock of this machine */
    Program(Shutdown shutdown, Terminal terminal, StateFolder state, Clock clock) {
        this.clock = clock;
        this.ties = new TiesFile(state.ties(), new TiesOfRuns(List.of(state.runs(), state.practiceRuns())), clock);
        this.inspector = new Inspector(clock, ties);
        this.shutdown = shutdown;
        this.state = state;
        this.terminal = terminal;
        this.connector = new TargetConnector(new SqlConnector(VERSION, this::showCode), this::showCode);
        this.runner = new Runner(connector, inspector, writeDoors(), clock);
    }

    private WriteDoors writeDoors() {
        return new WriteDoors(
                SqlAccess::lock,
                SqlAccess::open,
                KeyVaultWriter.opener(this::showCode),
                GraphWriter.opener(this::showCode),
                PowerShellHost.opener(),
                ManagerWriter.opener(this::showCode));
    }

    /** @return the exit code; what nobody expected becomes one line, a file with the details, and 1 */
    int run(String... arguments) {
        try {
            Optional<Path> plan = SavedPlanArgument.of(arguments);
            return arguments.length == 0 || plan.isPresent()
                    ? wizard(plan)
                    : new Verbs(doors(), terminal).run(arguments);
        } catch (RuntimeException | Error unexpected) {
            return new Crash(state, terminal.err()).tell(unexpected);
        }
    }

    /** On the terminal, and in the window where there is one. */
    private void showCode(String code, URI page, Instant until) {
        codes.show(code, page, until);
        terminal.err().println(Message.of("app.azure.code", page, code).text());
    }

    /**
     * The window where one can be shown, else one line that says why not, and then the plan, or the tour where there is a range for it.
     *
     * @param plan saved, to be opened
     */
    private int wizard(Optional<Path> plan) {
        if (!Display.available(System.getenv(), System.getProperty("os.name"))) {
            return plan.isPresent()
                    ? new Verbs(doors(), terminal).run("show", plan.get().toString())
                    : withoutWindow("app.display.none");
        }
        Rendering.choose(Drawing.named(kept(Looks.DRAWING)));
        shutdown.closing(RollingLog.install(state.log()));
        LOG.log(Level.INFO, "Keyturn {0}, Java {1}, {2}", VERSION, Runtime.version(), System.getProperty("os.name"));
        try {
            KeyturnApplication.launch(uiDoors(), new Crash(state, terminal.err())::filed, plan);
            return 0;
        } catch (UnsupportedOperationException | LinkageError noWindow) {
            String why =
                    String.valueOf(noWindow.getMessage()).lines().findFirst().orElse("");
            return withoutWindow("app.display.failed", why);
        }
    }

    /** Blank: nobody has said, or it cannot be read. */
    private String kept(Looks part) {
        try {
            return new SettingsFile(state.settings()).look(part).orElse("");
        } catch (Problem.Raised unread) {
            return "";
        }
    }

    private int withoutWindow(String why, Object... details) {
        Doors doors = doors();
        if (doors.worlds().isEmpty()) {
            terminal.err().println(Message.of(why + ".alone", details).text());
            return VERB_NEEDED;
        }
        terminal.err().println(Message.of(why, details).text());
        return new Verbs(doors, terminal).run("tour");
    }

    /** None where the range's jar is not there. */
    private Optional<Worlds> worlds() {
        return ServiceLoader.load(Worlds.class).findFirst().map(shutdown::closing);
    }

    private Doors doors() {
        return new Doors(
                connector,
                worlds(),
                inspector,
                checks(),
                runner,
                new EvidenceWriter(VERSION, clock),
                clock,
                state.runs(),
                state.path(),
                shutdown,
                new ServersFile(state.servers())::mark,
                ties,
                VERSION);
    }

    private CheckLook checks() {
        return new CheckLook(connector, inspector, new NetworkAccess(clock)::open);
    }

    private Desk desk() {
        return new Desk(
                CertificateLook::at,
                this::registered,
                StudioFile::read,
                new ShownZone(ZoneId.systemDefault()),
                SystemOpener.ofThisComputer()::open,
                new SupportBundle(state, clock)::write,
                new Places(state.path(), state.runs(), state.log(), state.faults()),
                new ProxySetting()::use,
                new ExportFolder(),
                ties);
    }

    private List<RegisteredServer> registered(Target target) throws Problem.Raised {
        try (Session session = connector.open(target)) {
            return CentralServers.read(session.sql());
        }
    }

    private UiDoors uiDoors() {
        return new UiDoors(
                connector,
                worlds(),
                new ServersFile(state.servers()),
                new SettingsFile(state.settings()),
                codes,
                inspector,
                checks(),
                runner,
                shutdown,
                new EvidenceWriter(VERSION, clock),
                clock,
                state.runs(),
                System.getProperty("user.name"),
                VERSION,
                desk());
    }
}
