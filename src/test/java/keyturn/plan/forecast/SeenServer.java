package keyturn.plan.forecast;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.Ties;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EkmSwitch;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.domain.inspection.KeyUses;
import keyturn.domain.inspection.KeyUses.Altered;
import keyturn.domain.inspection.KeyUses.AlteredKind;
import keyturn.domain.inspection.KeyUses.Tested;
import keyturn.domain.inspection.Keyholding;
import keyturn.domain.inspection.Keyholding.KeyChange;
import keyturn.domain.inspection.ServerStart;
import keyturn.domain.inspection.Surroundings;
import keyturn.domain.inspection.Surroundings.Registration;
import keyturn.domain.inspection.Underway;
import keyturn.plan.SeenWorld;

/** A server whose restart would succeed; a test spoils one thing. */
public final class SeenServer {

    public static final Instant NOW = SeenWorld.TAKEN;
    public static final Instant YEAR_AGO = NOW.minus(Duration.ofDays(365));
    public static final DatabaseName SALES = new DatabaseName("Sales");
    public static final AsymmetricKeyName KEY = new AsymmetricKeyName("TDE_Key");
    static final ProviderName PROVIDER = new ProviderName("AzureKeyVault_EKM");
    public static final LoginName LOGIN = new LoginName("TDE_Login");
    public static final VaultAddress VAULT = new VaultAddress("contoso", VaultAddress.Store.VAULT, Cloud.PUBLIC);
    public static final String VERSION = "0123456789abcdef0123456789abcdef";
    public static final ClientId CLIENT = new ClientId("00000000-7072-6163-7469-636500000001");
    public static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(2047).add(BigInteger.valueOf(12345));

    Fact<EkmSwitch> ekm = known(new EkmSwitch(true, true));
    public Fact<List<Provider>> providers = known(List.of(provider(true)));
    public Fact<List<LoadedModule>> modules = loaded(SeenWorld.OLD.value(), false);
    public Fact<List<Database>> databases =
            known(List.of(SeenWorld.encrypted(5, "Sales"), SeenWorld.plain(6, "Scratch")));
    public Fact<List<AsymmetricKey>> keys = known(List.of(new AsymmetricKey(KEY, SeenWorld.KEY, SeenWorld.GUID, 2048)));
    public Fact<List<Credential>> credentials =
            known(List.of(new Credential(1, new CredentialName("cred"), "contoso", 65536)));
    public Fact<List<KeyLogin>> logins = login(Optional.of("cred"), false);
    Fact<List<Inspection.DllFile>> files = known(List.of(new Inspection.DllFile(SeenWorld.OLD)));
    public Fact<ServerStart> started = known(ServerStart.parse(YEAR_AGO.toString()));
    public Fact<List<Tested>> tests = known(List.of(new Tested(SALES, NOW.minusSeconds(600))));
    public Fact<List<Altered>> alterations = known(List.of());
    Fact<List<KeyChange>> changes = known(List.of(new KeyChange(SALES, YEAR_AGO, Optional.empty())));
    public Fact<List<Registration>> registrations =
            known(List.of(new Registration(KEY, MODULUS.toString(16), Optional.empty())));
    public Underway underway = Underway.unseen();
    public Ties ties = Ties.NONE;
    public Optional<AzureSight> azure = Optional.of(sight(version(true, Optional.empty()), 200));

    static <T> Fact<T> known(T content) {
        return SeenWorld.known(content);
    }

    public static Provider provider(boolean enabled) {
        return new Provider(65536, PROVIDER, SeenWorld.GUID, "15.00.0300.96", SeenWorld.OLD.value(), enabled);
    }

    static Fact<List<LoadedModule>> loaded(String path, boolean replaced) {
        return known(List.of(new LoadedModule(path, "15.0.300.96", SeenWorld.unknown(), replaced)));
    }

    static Fact<List<KeyLogin>> login(Optional<String> credential, boolean disabled) {
        return known(List.of(new KeyLogin(LOGIN, KEY, credential.map(CredentialName::new), disabled)));
    }

    static Fact<List<Altered>> altered(AlteredKind kind, String name) {
        return known(List.of(new Altered(kind, name, NOW.minusSeconds(60))));
    }

    public static Version version(boolean enabled, Optional<Instant> expires) {
        var material = new VaultSight.Material("RSA", 2048, Set.of("wrapKey", "unwrapKey"), Optional.of(MODULUS));
        return new Version(
                VERSION,
                enabled,
                Optional.of(YEAR_AGO),
                Optional.of(YEAR_AGO),
                Optional.empty(),
                expires,
                known(material));
    }

    /** @param days that the application's one secret is still valid */
    public static AzureSight sight(Version version, int days) {
        var key = new VaultSight.Key("tde-key", false, Map.of(), known(List.of(version)), SeenWorld.unknown());
        return new AzureSight(List.of(vault(known(List.of(key)))), application(days), List.of());
    }

    static VaultSight vault(Fact<List<VaultSight.Key>> keys) {
        return new VaultSight(
                VAULT, SeenWorld.unknown(), keys, known(List.of()), SeenWorld.unknown(), SeenWorld.unknown());
    }

    public static Fact<ApplicationSeen> application(int... days) {
        List<SecretSeen> secrets = Arrays.stream(days)
                .mapToObj(left -> new SecretSeen(
                        "s" + left, Optional.empty(), Optional.empty(), Optional.of(NOW.plus(Duration.ofDays(left)))))
                .toList();
        return known(new ApplicationSeen(CLIENT, "o", "SQL Server", secrets));
    }

    public Inspection inspection() {
        var around = new Surroundings(
                known(Optional.empty()),
                known("NT SERVICE\\MSSQLSERVER"),
                known(List.of()),
                known(List.of()),
                known(List.of()),
                known(List.of()),
                known(List.of()),
                registrations,
                new Keyholding(SeenWorld.unknown(), known(List.of()), changes, new KeyUses(tests, alterations)),
                List.of(),
                underway);
        Inspection other = new SeenWorld().inspection();
        return new Inspection(
                other.identity(),
                NOW,
                new Inspection.Facts(
                        other.facts().topology(),
                        ekm,
                        providers,
                        modules,
                        databases,
                        keys,
                        credentials,
                        logins,
                        files,
                        other.facts().permissions(),
                        started,
                        around,
                        azure),
                ties,
                Optional.empty());
    }
}
