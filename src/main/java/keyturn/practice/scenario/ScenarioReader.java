package keyturn.practice.scenario;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.practice.azure.Cloud;
import keyturn.practice.host.Neighbour;
import keyturn.practice.server.state.Behaviour;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.History;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.KeySids;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.server.state.Security;
import keyturn.practice.server.state.Settings;
import keyturn.practice.server.state.Surroundings;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.vault.Materials;

/** From a scenario's file to the state it describes. */
final class ScenarioReader {

    static final Pattern VERSION = Pattern.compile("\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}");
    private static final Pattern SQL_VERSION = Pattern.compile("1[3-7]\\.\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}");
    static final Pattern HOST = Pattern.compile("PRACTICE[A-Z0-9-]{0,7}");
    static final Pattern SERVER = Pattern.compile("PRACTICE[A-Z0-9-]{0,7}(\\\\[A-Z][A-Z0-9_]{0,15})?");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,15}");

    private final String name;
    private final Entry root;
    private final LocalDateTime now;

    ScenarioReader(String name, Entry root, LocalDateTime now) {
        this.name = name;
        this.root = root;
        this.now = now;
    }

    Scenario read() {
        String about = root.text("about");
        ScenarioGroup.of(root);
        Identity identity = identity(root.object("server"));
        return Prevailing.call(identity.collation(), () -> read(about, identity));
    }

    /** Names in the file are one where they are one on the server. */
    private Scenario read(String about, Identity identity) {
        Entry switches = root.object("settings");
        Settings settings = Settings.standard(
                identity.version(), switches.flag("ekmProviderEnabled", true), switches.flag("showAdvanced", false));
        Behaviour behaviour = behaviour(switches);
        switches.end();
        Ekm providers = new EkmReader(root, behaviour, now).read(settings);
        VaultReader vault = new VaultReader(root, now);
        Materials materials = new Materials();
        VaultKeys keys = new VaultKeys(vault.name(), materials, now.toInstant(ZoneOffset.UTC));
        List<ServerKey.Registered> registered = vault.fill(keys, new KeyReader(root, providers).read());
        Security read = new SecurityReader(
                        root, providers, registered, vault.applicant().stored(), now)
                .read();
        DatabaseReader databases = new DatabaseReader(root, read, registered, identity, now);
        List<Database> all = databases.read();
        TopologyReader topology = new TopologyReader(root, identity, all, now);
        Surroundings surroundings = new Surroundings(
                topology.read(), WorkloadReader.jobs(root, all, now), WorkloadReader.sessions(root, read, now));
        Instance instance = new Instance(
                identity,
                settings,
                providers.with(vault.registry(registered)),
                read,
                topology.joined(),
                new History(databases.backups(), List.of(), List.of()),
                surroundings);
        List<Neighbour> neighbours = root.each("otherInstances", ScenarioReader::neighbour);
        Cloud cloud = new CloudReader(root, now).read(vault, keys, materials);
        root.end();
        String administrator = login(read, true, "sysadmin");
        return new Scenario(name, about, instance, administrator, login(read, false, "no sysadmin"), cloud, neighbours);
    }

    /** Another SQL Server on the same host: its services, and the connector that it has loaded. */
    private static Neighbour neighbour(Entry entry) {
        return new Neighbour(
                entry.text("instance", WORD, "capital letters and digits"),
                entry.text("serviceAccount"),
                entry.has("dll") ? Optional.of(entry.text("dll")) : Optional.empty());
    }

    /** Ways that no document tells of. */
    private static Behaviour behaviour(Entry switches) {
        return new Behaviour(
                switches.flag("fromFileLeavesDisabled", true),
                switches.flag("secretWaitsForRestart", true),
                switches.flag("dllVersionMustMatch", false),
                switches.flag("createsProviderKeys", false),
                KeySids.NULL,
                switches.number("scanMegabytesPerSecond", 1, 1_000_000, Behaviour.SCAN),
                switches.number("vaultSeconds", 1, 600, Behaviour.VAULT_SECONDS));
    }

    private Identity identity(Entry server) {
        Optional<String> instance = server.has("instance")
                ? Optional.of(server.text("instance", WORD, "capital letters and digits"))
                : Optional.empty();
        Identity identity = new Identity(
                server.text("machine", HOST, "a name that begins with PRACTICE"),
                instance,
                ProductVersion.of(server.text("sqlVersion", SQL_VERSION, "a version from 13 to 17, four numbers")),
                server.text("edition"),
                server.flag("clustered", false),
                server.text("serviceAccount"),
                now.minus(server.before("startedBefore")),
                collation(server, Collation.DEFAULT));
        server.end();
        return identity;
    }

    /** By which a server or a database compares texts, and names too. */
    static Collation collation(Entry of, Collation otherwise) {
        return of.has("collation")
                ? Collation.named(of.text("collation"))
                        .orElseThrow(() -> of.fault("collation", "'collation' must name a collation"))
                : otherwise;
    }

    /** The first SQL login that is, or is not, a sysadmin and may come in. */
    private String login(Security security, boolean sysadmin, String what) {
        return security.logins().stream()
                .filter(l -> l.kind() == Login.Kind.SQL && !l.disabled() && security.sysadmin(l) == sysadmin)
                .map(Login::name)
                .findFirst()
                .orElseThrow(() -> root.fault("logins", "'logins' must hold a SQL login that is " + what));
    }
}
