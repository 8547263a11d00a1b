package keyturn.plan;

import static keyturn.plan.SeenWorld.known;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFolder;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Keyholding;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.domain.inspection.Keyholding.KeyChange;
import keyturn.domain.inspection.Keyholding.NameInUse;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.domain.inspection.Surroundings;
import keyturn.domain.inspection.Surroundings.Backup;
import keyturn.domain.inspection.Surroundings.BackupKind;
import keyturn.domain.inspection.Surroundings.OtherUse;
import keyturn.plan.check.Finding;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.rotate.RotateChoices;

/** Inspections for rotations: a healthy instance with one encrypted database, of which a test changes one thing at a time. */
public final class SeenRotation {

    /** The version of a key by value. */
    static final String ID = "0123456789abcdef0123456789abcdef";

    private static final int PROVIDER = 65536;
    private static final Instant CHANGED = SeenWorld.TAKEN.minusSeconds(86_400);
    private static final Credential OWN = new Credential(1, new CredentialName("admin"), "contoso", PROVIDER);
    private static final Credential OLD = new Credential(2, new CredentialName("old"), "contoso", PROVIDER);

    private final SeenWorld world = new SeenWorld();
    private String database = "Sales";
    private List<String> databases = List.of();
    private String vaultKey = "new-key";
    private Optional<RotateChoices.NewVaultKey> create = Optional.empty();
    private RotateChoices.Further further = RotateChoices.Further.NONE;
    private Fact<Caller> caller = known(new Caller(Optional.of(new LoginName("dba")), List.of(OWN)));
    private Credential old = OLD;
    private Optional<CredentialName> oldCredential = Optional.of(OLD.name());
    private List<NameInUse> names = List.of();
    private Fact<List<OtherUse>> otherUses = known(List.of());
    private RotateChoices.BackupFolders backups = RotateChoices.BackupFolders.NONE;
    private Optional<AzureSight> azure = Optional.empty();
    private boolean oldDisabled;
    private Instant logBackup = SeenWorld.TAKEN.minusSeconds(60);

    public SeenRotation database(String value) {
        database = value;
        world.databases(SeenWorld.encrypted(5, value));
        return this;
    }

    /** So many tenants on one key, named Tenant0001 and so on. */
    public SeenRotation tenants(int count) {
        databases = IntStream.rangeClosed(1, count)
                .mapToObj("Tenant%04d"::formatted)
                .toList();
        var rows = IntStream.range(0, count).mapToObj(at -> SeenWorld.encrypted(5 + at, databases.get(at)));
        world.databases(rows.toArray(Inspection.Database[]::new));
        return this;
    }

    public SeenRotation vaultKey(String value) {
        vaultKey = value;
        return this;
    }

    public SeenRotation create() {
        create = Optional.of(new RotateChoices.NewVaultKey(false, 2048));
        return this;
    }

    public SeenRotation further(RotateChoices.Further value) {
        further = value;
        return this;
    }

    /** With a door to a vault without keys, in which anyone who looks holds these rights; nobody looked at the application. */
    public SeenRotation allowed(KeyRight... rights) {
        azure = Optional.of(SeenVault.allowing(rights));
        return this;
    }

    /** What the directory said of the application. */
    public SeenRotation application(Fact<AzureSight.ApplicationSeen> application) {
        azure = azure.map(seen -> new AzureSight(seen.vaults(), application, seen.problems()));
        return this;
    }

    public SeenRotation callerWithout() {
        return caller(known(new Caller(Optional.of(new LoginName("dba")), List.of())));
    }

    public SeenRotation caller(Fact<Caller> value) {
        caller = value;
        return this;
    }

    public SeenRotation identity(String value) {
        old = new Credential(2, OLD.name(), value, PROVIDER);
        return this;
    }

    public SeenRotation unopened() {
        oldCredential = Optional.empty();
        return this;
    }

    public SeenRotation taken(NameKind kind, String name) {
        names = List.of(new NameInUse(kind, name));
        return this;
    }

    /** The vault is looked at, and shows these keys. */
    public SeenRotation vault(VaultSight.Key... keys) {
        return vault(List.of(), known(tier(false)), keys);
    }

    public SeenRotation vault(List<String> deleted, Fact<VaultSight.Resource> resource, VaultSight.Key... keys) {
        azure = Optional.of(SeenVault.of(deleted, resource, keys));
        return this;
    }

    static VaultSight.Resource tier(boolean premium) {
        return new VaultSight.Resource("", "", "", "westeurope", premium, false, true, Duration.ofDays(90), false);
    }

    /** An enabled key of one version. */
    static VaultSight.Key key(String type, int bits) {
        return key(new VaultSight.Version(
                ID,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                known(new VaultSight.Material(type, bits, Set.of("wrapKey", "unwrapKey"), Optional.empty()))));
    }

    static VaultSight.Key key(VaultSight.Version... versions) {
        return new VaultSight.Key("new-key", false, Map.of(), known(List.of(versions)), SeenWorld.unknown());
    }

    /** RSA 2048 with these dates. */
    static VaultSight.Key dated(boolean enabled, Optional<Instant> notBefore, Optional<Instant> expires) {
        VaultSight.Version plain = key("RSA", 2048).current().orElseThrow();
        return key(new VaultSight.Version(
                ID, enabled, Optional.empty(), Optional.empty(), notBefore, expires, plain.material()));
    }

    public SeenRotation create(boolean hsm, int bits) {
        create = Optional.of(new RotateChoices.NewVaultKey(hsm, bits));
        return this;
    }

    /** The login of the old key is switched off. */
    public SeenRotation oldDisabled() {
        oldDisabled = true;
        return this;
    }

    public SeenRotation noLogBackup() {
        logBackup = CHANGED.minusSeconds(1);
        return this;
    }

    public SeenRotation backups(String log, String full) {
        backups = new RotateChoices.BackupFolders(folder(log), folder(full));
        return this;
    }

    private static Optional<BackupFolder> folder(String path) {
        return path.isEmpty() ? Optional.empty() : Optional.of(new BackupFolder(path));
    }

    public SeenRotation world(Consumer<SeenWorld> change) {
        change.accept(world);
        return this;
    }

    public PlanOutcome planned() {
        return Planner.plan(Estate.of(inspection()), choices(), SeenWorld.NOW);
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

    public List<Finding> findings() {
        return choices().flow().preflight(inspection(), choices()).findings();
    }

    RotateChoices choices() {
        return new RotateChoices(
                new ProviderName("AzureKeyVault_EKM"),
                new AsymmetricKeyName("TDE_Key"),
                new RotateChoices.NewKey(
                        KeyReference.parse(vaultKey),
                        create,
                        new RotateChoices.NewNames(
                                new AsymmetricKeyName("new " + database.charAt(0) + " key"),
                                new LoginName("new login"),
                                new CredentialName("new credential")),
                        new ClientId("00000000-7072-6163-7469-636500000001")),
                names(),
                Assurances.NONE,
                backups,
                further);
    }

    private List<DatabaseName> names() {
        List<String> chosen = databases.isEmpty() ? List.of(database) : databases;
        return chosen.stream().map(DatabaseName::new).toList();
    }

    public SeenRotation otherUses(OtherUse... uses) {
        otherUses = known(List.of(uses));
        return this;
    }

    public SeenRotation otherUsesUnknown() {
        otherUses = SeenWorld.unknown();
        return this;
    }

    /** Once the plan has run: wrapped by the new key, in this recovery model. */
    public Inspection afterwards(String recovery) {
        return afterwards(recovery, SeenWorld.OTHER_KEY);
    }

    public Inspection afterwards(String recovery, Thumbprint protectedBy) {
        world.databases(
                known(List.of(SeenWorld.database(5, database, "ONLINE", recovery, Optional.of(protectedBy), true))));
        return inspection();
    }

    public Inspection inspection() {
        Inspection seen = world.inspection();
        Inspection.Facts facts = seen.facts();
        var login =
                new KeyLogin(new LoginName("old login"), new AsymmetricKeyName("TDE_Key"), oldCredential, oldDisabled);
        Surroundings around = SeenAround.quiet(
                        known(Optional.empty()),
                        known(names().stream()
                                .map(name -> new Backup(name, BackupKind.LOG, logBackup, logBackup.plusSeconds(60)))
                                .toList()),
                        otherUses)
                .with(new Keyholding(
                        caller,
                        known(names),
                        known(names().stream()
                                .map(name -> new KeyChange(name, CHANGED, Optional.empty()))
                                .toList())));
        return new Inspection(
                seen.identity(),
                seen.takenAt(),
                new Inspection.Facts(
                        facts.topology(),
                        facts.ekm(),
                        facts.providers(),
                        facts.loadedModules(),
                        facts.databases(),
                        facts.asymmetricKeys(),
                        known(List.of(old, OWN)),
                        known(List.of(login)),
                        facts.dllFiles(),
                        facts.permissions(),
                        facts.startedAt(),
                        around,
                        azure));
    }
}
