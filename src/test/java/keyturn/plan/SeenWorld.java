package keyturn.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Fact.Known;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EkmSwitch;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.domain.inspection.Inspection.Partners;
import keyturn.domain.inspection.Inspection.Topology;
import keyturn.domain.inspection.ServerStart;
import keyturn.domain.inspection.Surroundings;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.TestChoice;
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.plan.flow.upgrade.UpgradeChoices;

/** Inspections for tests: a healthy instance, of which a test changes one thing at a time. */
public final class SeenWorld {

    public static final Instant TAKEN = Instant.parse("2026-11-24T20:00:00Z");
    public static final Instant NOW = Instant.parse("2026-11-24T20:01:00Z");
    public static final DllPath OLD = new DllPath("C:\\EKM\\15.0.300.96\\Microsoft.AzureKeyVaultService.EKM.dll");
    public static final DllPath NEW = new DllPath("C:\\EKM\\15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll");
    public static final Thumbprint KEY = new Thumbprint("373B314B78E8D59A0925494558FEF14B726216C5");
    public static final Thumbprint OTHER_KEY = new Thumbprint("00112233445566778899AABBCCDDEEFF00112233");
    public static final String GUID = "2DA3AA6F-7B9C-4B5A-9B75-3D7E5B0F5A11";

    private String version = "16.0.4225.2";
    private String edition = "Developer Edition (64-bit)";
    private Map<DatabaseName, TestChoice> tests = Map.of();
    private Set<Confirmation> confirmed = Set.of();
    private Surroundings around = SeenAround.quiet();
    private ServerStart startedAt = ServerStart.parse(TAKEN.toString());
    private DllPath dll = NEW;
    private String providerName = "AzureKeyVault_EKM";
    private String dllPath = OLD.value();
    private String providerVersion = "15.00.0300.96";
    private Optional<NewBuild> build = Optional.empty();
    private boolean enabled = true;
    private Fact<Topology> topology = known(new Topology(false, false));
    private Fact<EkmSwitch> ekm = known(new EkmSwitch(true, true));
    private Optional<Fact<List<Inspection.Provider>>> providers = Optional.empty();
    private Fact<List<LoadedModule>> loaded = known(List.of(new LoadedModule(OLD.value(), "15.0.300.96")));
    private Fact<List<Database>> databases =
            known(List.of(encrypted(5, "Sales"), simple(6, "Archive"), plain(7, "Scratch")));
    private Fact<List<AsymmetricKey>> keys =
            known(List.of(new AsymmetricKey(new AsymmetricKeyName("TDE_Key"), KEY, GUID, 2048)));
    private List<Credential> credentials =
            List.of(new Credential(65539, new CredentialName("Azure_TDE"), "contoso", 65536));
    private Fact<List<Inspection.KeyLogin>> keyLogins = known(List.of(keyLogin(false)));
    private Fact<List<Permission>> permissions = known(List.of(Permission.CONTROL_SERVER, Permission.OWNER_OF_MASTER));

    public SeenWorld version(String value) {
        version = value;
        return this;
    }

    public SeenWorld providerName(String value) {
        providerName = value;
        return this;
    }

    public SeenWorld dllPath(String value) {
        dllPath = value;
        return this;
    }

    public SeenWorld providerVersion(String value) {
        providerVersion = value;
        return this;
    }

    public SeenWorld build(NewBuild value) {
        build = Optional.of(value);
        return this;
    }

    public SeenWorld enabled(boolean value) {
        enabled = value;
        return this;
    }

    public SeenWorld topology(Fact<Topology> value) {
        topology = value;
        return this;
    }

    public SeenWorld ekm(Fact<EkmSwitch> value) {
        ekm = value;
        return this;
    }

    public SeenWorld providers(Fact<List<Inspection.Provider>> value) {
        providers = Optional.of(value);
        return this;
    }

    public SeenWorld loaded(Fact<List<LoadedModule>> value) {
        loaded = value;
        return this;
    }

    public SeenWorld loaded(DllPath... paths) {
        return loaded(known(List.of(paths).stream()
                .map(path -> new LoadedModule(path.value(), ""))
                .toList()));
    }

    public SeenWorld databases(Fact<List<Database>> value) {
        databases = value;
        return this;
    }

    public SeenWorld databases(Database... values) {
        return databases(known(List.of(values)));
    }

    public SeenWorld keys(Fact<List<AsymmetricKey>> value) {
        keys = value;
        return this;
    }

    public SeenWorld credential(String identity) {
        credentials = List.of(new Credential(65540, new CredentialName("Azure_EKM"), identity, 65536));
        return this;
    }

    public SeenWorld keyLogins(Fact<List<Inspection.KeyLogin>> value) {
        keyLogins = value;
        return this;
    }

    public SeenWorld permissions(Fact<List<Permission>> value) {
        permissions = value;
        return this;
    }

    public SeenWorld edition(String value) {
        edition = value;
        return this;
    }

    public SeenWorld dll(String value) {
        dll = new DllPath(value);
        return this;
    }

    public SeenWorld test(String database, TestChoice choice) {
        tests = Map.of(new DatabaseName(database), choice);
        return this;
    }

    public SeenWorld confirmed(Confirmation... values) {
        confirmed = Set.of(values);
        return this;
    }

    public SeenWorld around(Surroundings value) {
        around = value;
        return this;
    }

    public SeenWorld file(DllPath path, Fact<Boolean> there) {
        return around(around.withFiles(List.of(new Surroundings.FileSeen(path, there))));
    }

    public SeenWorld startedAt(Instant value) {
        return startedAt(ServerStart.parse(value.toString()));
    }

    public SeenWorld startedAt(ServerStart value) {
        startedAt = value;
        return this;
    }

    public Inspection inspection() {
        var identity = new Inspection.ServerIdentity("SQL01", version, edition, new NodeName("SQL01"), "dba", true);
        Fact<List<Inspection.Provider>> rows = providers.orElse(known(List.of(new Inspection.Provider(
                65536, new ProviderName(providerName), GUID, providerVersion, dllPath, enabled))));
        var facts = new Inspection.Facts(
                topology,
                ekm,
                rows,
                loaded,
                databases,
                keys,
                known(credentials),
                keyLogins,
                unknown(),
                permissions,
                known(startedAt),
                around);
        return new Inspection(identity, TAKEN, facts);
    }

    public UpgradeChoices choices() {
        NewBuild said = build.orElseGet(() -> NewBuild.proposed(dll));
        return new UpgradeChoices(new ProviderName(providerName), dll, said, new Assurances(tests, confirmed));
    }

    public PlanOutcome planned() {
        return Planner.plan(Estate.of(inspection()), choices(), NOW);
    }

    /** The plan; a test that asks for it expects one. */
    public Plan plan() {
        return switch (planned()) {
            case PlanOutcome.Ready ready -> ready.plan();
            case PlanOutcome.NothingToDo nothing ->
                throw new AssertionError(nothing.why().text());
            case PlanOutcome.Blocked blocked -> throw new AssertionError(blocked.problems());
        };
    }

    static Inspection.KeyLogin keyLogin(boolean disabled) {
        var credential = Optional.of(new CredentialName("Azure_TDE"));
        return new Inspection.KeyLogin(
                new LoginName("TDE_Login"), new AsymmetricKeyName("TDE_Key"), credential, disabled);
    }

    public static <T> Fact<T> known(T content) {
        return new Known<>(content, "test");
    }

    public static <T> Fact<T> unknown() {
        return new Fact.Unknown<>(Message.of("plan.undo.reads"));
    }

    public static <T> Fact<T> denied(String permission) {
        return new Fact.NotPermitted<>(Permission.onServer(permission));
    }

    /** Encrypted by the provider's key, log chain there. */
    public static Database encrypted(int id, String name) {
        return database(id, name, "ONLINE", "FULL", Optional.of(KEY), true);
    }

    /** Encrypted by the provider's key, no log backup possible. */
    public static Database simple(int id, String name) {
        return database(id, name, "ONLINE", "SIMPLE", Optional.of(KEY), false);
    }

    public static Database plain(int id, String name) {
        return database(id, name, "ONLINE", "FULL", Optional.empty(), true);
    }

    public static Database database(
            int id, String name, String state, String recovery, Optional<Thumbprint> key, boolean log) {
        return new Database(
                id,
                new DatabaseName(name),
                state,
                recovery,
                false,
                known(key.map(
                        thumbprint -> new EncryptionKey(3, thumbprint, "ASYMMETRIC KEY", Optional.of("COMPLETE")))),
                known(log),
                alone());
    }

    /** No other server holds a copy. */
    public static Partners alone() {
        return new Partners(known(Optional.empty()), known(false), known(false));
    }

    /** Its key is in a state other than "encrypted". */
    public static Database inState(int state) {
        Fact<Optional<EncryptionKey>> key =
                known(Optional.of(new EncryptionKey(state, KEY, "ASYMMETRIC KEY", Optional.empty())));
        return new Database(5, new DatabaseName("Sales"), "ONLINE", "FULL", false, key, known(true), alone());
    }

    /** Its encryption key could not be read. */
    public static Database unreadable(int id, String name, String state) {
        return new Database(id, new DatabaseName(name), state, "FULL", false, unknown(), unknown(), alone());
    }
}
