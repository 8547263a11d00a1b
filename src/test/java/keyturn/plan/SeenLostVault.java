package keyturn.plan;

import static keyturn.plan.SeenWorld.known;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.LocalPath;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyManifest;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultHome;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSite;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Surroundings;
import keyturn.domain.inspection.Surroundings.Registration;
import keyturn.domain.inspection.Underway;
import keyturn.plan.check.Finding;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.recover.RecoverChoices;

/** The vault contoso is gone, of which a test changes one thing at a time; its key comes back in contoso-new. */
public final class SeenLostVault {

    private static final String SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
    private static final BigInteger MODULUS = BigInteger.TWO.pow(2048).subtract(BigInteger.valueOf(12345));

    private String into = "contoso-new";
    private Optional<VaultHome> home = Optional.of(new VaultHome(SUBSCRIPTION, "keys", "northeurope", false));
    private List<KeyCopy> copies = List.of(copy("RSA"));
    private boolean secret = true;
    private List<String> troubles = List.of("vault.dns");

    /** The vault keeps its name. */
    public SeenLostVault sameName() {
        into = "contoso";
        return this;
    }

    public SeenLostVault home(String subscription, String region) {
        home = Optional.of(new VaultHome(subscription, "keys", region, false));
        return this;
    }

    public SeenLostVault hsm() {
        copies = List.of(copy("RSA-HSM"));
        return this;
    }

    public SeenLostVault withoutBackup() {
        copies = List.of();
        return this;
    }

    public SeenLostVault secretUnknown() {
        secret = false;
        return this;
    }

    /** Codes of what was said of the lost vault. */
    public SeenLostVault troubles(String... codes) {
        troubles = List.of(codes);
        return this;
    }

    public PlanOutcome planned() {
        return Planner.plan(Estate.of(inspection()), choices(), SeenWorld.NOW);
    }

    public List<Finding> findings() {
        return choices().flow().preflight(inspection(), choices()).findings();
    }

    public Plan plan() {
        return switch (planned()) {
            case PlanOutcome.Ready ready -> ready.plan();
            case PlanOutcome.NothingToDo nothing ->
                throw new AssertionError(nothing.why().text());
            case PlanOutcome.Blocked blocked ->
                throw new AssertionError(blocked.problems().toString());
        };
    }

    private RecoverChoices choices() {
        return new RecoverChoices(
                new ProviderName("AzureKeyVault_EKM"),
                vault("contoso"),
                vault(into),
                home,
                copies,
                Optional.of(new ClientId("00000000-7072-6163-7469-636500000001")),
                secret,
                true,
                Assurances.NONE);
    }

    private static VaultAddress vault(String name) {
        return new VaultAddress(name, VaultAddress.Store.VAULT, Cloud.PUBLIC);
    }

    private static KeyCopy copy(String type) {
        var version = new KeyManifest.KeptVersion(
                "0123456789abcdef0123456789abcdef",
                true,
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                type,
                Optional.of(new KeyManifest.PublicHalf(MODULUS, BigInteger.valueOf(65_537))));
        var manifest = new KeyManifest(
                vault("contoso"),
                new KeyName("tde-key"),
                new VaultSite(Optional.of(SUBSCRIPTION), Optional.of("westeurope")),
                Instant.parse("2026-11-01T03:00:00Z"),
                "contoso.tde-key.20261101T030000Z.keybackup",
                1000,
                "0".repeat(64),
                List.of(),
                List.of(version));
        return new KeyCopy(new LocalPath("D:\\keys\\contoso.tde-key.20261101T030000Z.keybackup"), manifest);
    }

    public Inspection inspection() {
        Inspection seen = new SeenRotation().database("Sales").inspection();
        Inspection.Facts facts = seen.facts();
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
                        facts.credentials(),
                        facts.keyLogins(),
                        facts.dllFiles(),
                        facts.permissions(),
                        facts.startedAt(),
                        around(facts.around()),
                        Optional.of(azure())));
    }

    private static Surroundings around(Surroundings other) {
        Underway unseen = Underway.unseen();
        return new Surroundings(
                other.listener(),
                other.serviceAccount(),
                other.sizes(),
                other.backups(),
                other.jobs(),
                other.sessions(),
                other.otherUses(),
                known(List.of(new Registration(
                        new AsymmetricKeyName("TDE_Key"), "0602000000A4" + MODULUS.toString(16), Optional.empty()))),
                other.keyholding(),
                other.files(),
                new Underway(
                        unseen.limits(),
                        unseen.scans(),
                        unseen.scansPaused(),
                        unseen.backups(),
                        unseen.oldLog(),
                        unseen.folders(),
                        unseen.files(),
                        known(OffsetDateTime.ofInstant(SeenWorld.TAKEN, ZoneOffset.ofHours(1))),
                        unseen.startType(),
                        unseen.connected()));
    }

    private AzureSight azure() {
        List<VaultSight> vaults = Stream.of("contoso", into)
                .distinct()
                .map(name -> new VaultSight(
                        vault(name),
                        SeenWorld.unknown(),
                        SeenWorld.unknown(),
                        SeenWorld.unknown(),
                        SeenWorld.unknown(),
                        SeenWorld.unknown()))
                .toList();
        List<Problem> problems = troubles.stream()
                .flatMap(code -> Stream.of("contoso", into)
                        .distinct()
                        .map(name -> new Problem(
                                code,
                                Message.of("plan.found.vaultSilent", "https://" + name + ".vault.azure.net"),
                                Optional.empty(),
                                Message.of("plan.found.vaultSilent", name))))
                .toList();
        return new AzureSight(vaults, SeenWorld.unknown(), problems);
    }
}
