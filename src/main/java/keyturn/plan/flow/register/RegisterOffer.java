package keyturn.plan.flow.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.KeyLogins;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.build.UriOnHost;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.LoadedBuild;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.flow.Situation;

/** What may be registered: thumbprints that no key of master has, the key of the vault behind one, names that are free. */
public record RegisterOffer(Inspection seen, ProviderName provider) {

    private static final String RECOVERY_PENDING = "RECOVERY_PENDING";

    /** That databases are protected by, and no key of master has; nothing where keys are not known. */
    public List<Thumbprint> missing() {
        Optional<List<AsymmetricKey>> keys = seen.facts().asymmetricKeys().value();
        return keys.isEmpty()
                ? List.of()
                : databases()
                        .flatMap(row -> protectedBy(row).stream())
                        .filter(wanted -> keys.get().stream()
                                .noneMatch(key -> key.thumbprint().equals(wanted)))
                        .distinct()
                        .toList();
    }

    /** Open databases that need the key: by its thumbprint, or by that which the key of this name has already. */
    public List<DatabaseName> open(Optional<Thumbprint> wanted, AsymmetricKeyName name) {
        return wanted.or(() -> ServerKeys.named(seen, name).map(AsymmetricKey::thumbprint))
                .map(this::open)
                .orElse(List.of());
    }

    /** Open databases that are protected by it. */
    private List<DatabaseName> open(Thumbprint thumbprint) {
        return databases()
                .filter(ConcernedDatabases::isOpen)
                .filter(row -> protectedBy(row).equals(Optional.of(thumbprint)))
                .map(Database::name)
                .toList();
    }

    /** Databases that SQL Server could not open; which key protects them nobody can see while they are closed. */
    public List<DatabaseName> closed() {
        return databases()
                .filter(row -> row.state().equals(RECOVERY_PENDING))
                .map(Database::name)
                .toList();
    }

    private Stream<Database> databases() {
        return seen.facts().databases().value().orElse(List.of()).stream();
    }

    private static Optional<Thumbprint> protectedBy(Database row) {
        return row.key()
                .value()
                .flatMap(key -> key)
                .filter(CatalogWords::isByAsymmetricKey)
                .map(EncryptionKey::thumbprint);
    }

    /** What the vaults show with that thumbprint, else the registry of the host; with its version where the connector takes one. */
    public Optional<KeyReference> vaultKey(Thumbprint thumbprint) {
        boolean able = LoadedBuild.of(seen, provider) instanceof LoadedBuild.Able;
        Optional<WantedVersion> shown = WantedVersion.of(thumbprint, seen);
        Optional<UriOnHost> uri = UriOnHost.of(thumbprint, seen);
        return shown.or(() -> uri.flatMap(one -> WantedVersion.of(one, seen)))
                .flatMap(wanted -> wanted.reference(able || !wanted.isCurrent()))
                .or(() -> uri.flatMap(UriOnHost::reference));
    }

    /** Of the key in master, as the vaults show it. */
    public Optional<KeyReference> vaultKey(AsymmetricKeyName key) {
        boolean able = LoadedBuild.of(seen, provider) instanceof LoadedBuild.Able;
        return VaultMatch.of(key, seen.facts())
                .map(match -> new WantedVersion(match.vault(), match.key(), match.version()))
                .flatMap(wanted -> wanted.reference(able || !wanted.isCurrent()));
    }

    /** Vaults as credentials of the provider name them; those of managed identities are left out. */
    public List<String> vaults() {
        int id = Situation.row(seen, provider).map(Inspection.Provider::id).orElse(-1);
        List<String> named = seen.facts().credentials().value().orElse(List.of()).stream()
                .filter(row -> row.providerId() == id)
                .map(Credential::identity)
                .filter(identity -> !CatalogWords.isManagedIdentity(identity))
                .distinct()
                .toList();
        return named.isEmpty()
                ? seen.facts().azure().map(AzureSight::vaults).orElse(List.of()).stream()
                        .map(vault -> identity(vault.address()))
                        .toList()
                : named;
    }

    /** As a credential names it: in the public cloud by its short name (document: set-up steps). */
    private static String identity(VaultAddress address) {
        boolean brief = address.host().equals(address.name() + ".vault.azure.net");
        return brief ? address.name() : address.host();
    }

    /**
     * Those of what is there, else free ones.
     *
     * @param key in master; empty: it is registered
     */
    public RegisterChoices.Names names(KeyReference vaultKey, Optional<AsymmetricKeyName> key) {
        Optional<KeyLogin> login =
                key.flatMap(name -> KeyLogins.of(name, seen.facts()).value().orElse(List.of()).stream()
                        .findFirst());
        String base = key.map(AsymmetricKeyName::value)
                .orElseGet(() -> vaultKey.name().value().replace('-', '_'));
        return new RegisterChoices.Names(
                key.orElseGet(() -> free(NameKind.KEY, base, AsymmetricKeyName::new)),
                login.map(KeyLogin::name).orElseGet(() -> free(NameKind.LOGIN, base + "_login", LoginName::new)),
                login.flatMap(KeyLogin::credential)
                        .orElseGet(() -> free(NameKind.CREDENTIAL, base + "_cred", CredentialName::new)));
    }

    /** The key of master with that thumbprint. */
    public Optional<AsymmetricKeyName> named(Thumbprint thumbprint) {
        return seen.facts().asymmetricKeys().value().orElse(List.of()).stream()
                .filter(row -> row.thumbprint().equals(thumbprint))
                .map(AsymmetricKey::name)
                .findFirst();
    }

    private <N> N free(NameKind kind, String base, Function<String, N> name) {
        String proposed = base;
        for (int number = 2; taken(kind, proposed); number++) {
            proposed = base + "_" + number;
        }
        return name.apply(proposed);
    }

    private boolean taken(NameKind kind, String name) {
        return seen.facts().around().keyholding().names().value().orElse(List.of()).stream()
                .anyMatch(one -> one.kind() == kind && one.name().equalsIgnoreCase(name));
    }
}
