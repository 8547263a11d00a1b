package keyturn.plan.flow.recover;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyManifest.KeptVersion;
import keyturn.domain.azure.KeyManifest.PublicHalf;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.KeyRole;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.OfCredential;
import keyturn.plan.fact.FactKey.OfServer;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.FactValue.Missing;
import keyturn.plan.fact.FactValue.Text;
import keyturn.plan.fact.KeysInUse;
import keyturn.plan.fact.LoadedBuild;
import keyturn.plan.fact.VaultKeys;
import keyturn.plan.flow.Situation;
import keyturn.plan.triage.VaultTriage;
import keyturn.plan.triage.VaultTrouble;

/**
 * What the comeback of a vault is planned from.
 *
 * @param databases those that depend on the provider
 * @param triage what is wrong with the vaults
 */
public record RecoverSituation(
        Inspection inspection,
        ByDatabase each,
        RecoverChoices choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases,
        VaultTriage triage)
        implements Situation {

    /** The name of a credential that is there for the run alone. */
    static final CredentialName TEMPORARY = new CredentialName("Keyturn temporary recover-vault");

    static RecoverSituation of(Inspection inspection, RecoverChoices choices) {
        Optional<Inspection.Provider> provider = Situation.row(inspection, choices.provider());
        return new RecoverSituation(
                inspection,
                new ByDatabase(inspection),
                choices,
                provider,
                provider.map(row -> ConcernedDatabases.of(inspection, row)).orElse(ConcernedDatabases.NONE),
                VaultTriage.of(inspection));
    }

    /** A vault of another name that is created is not missed yet. */
    boolean isToWait() {
        boolean fresh = choices.isRenamed() && choices.home().isPresent();
        return (fresh ? triage.without(choices.into()) : triage).isToWait();
    }

    @Override
    public boolean replacesDll() {
        return false;
    }

    @Override
    public List<Permission> rights() {
        return Stream.of(
                        Stream.of(
                                Permission.OWNER_OF_MASTER,
                                Permission.onServer("CREATE ANY DATABASE"),
                                Permission.ALTER_ANY_LOGIN,
                                Permission.ALTER_ANY_CREDENTIAL),
                        closed().stream()
                                .map(row -> new Permission("ALTER", row.name().value())))
                .flatMap(rights -> rights)
                .toList();
    }

    /** Which vault credentials name, of the lost one and the new one, and which credential the caller has. */
    @Override
    public SortedMap<FactKey, FactValue> ownFacts() {
        NodeName node = inspection.identity().node();
        SortedMap<FactKey, FactValue> facts = new TreeMap<>();
        Stream.of(choices.lost(), choices.into())
                .flatMap(this::naming)
                .forEach(row -> facts.put(new OfCredential(node, row.name()), new Text(row.identity())));
        var caller = inspection.facts().around().keyholding().caller();
        facts.put(
                new OfServer(node, ServerFact.CALLER_LOGIN),
                FactValue.of(caller, one -> text(one.login().map(LoginName::value))));
        facts.put(
                new OfServer(node, ServerFact.CALLER_CREDENTIAL),
                FactValue.of(caller, one -> text(callers().map(row -> row.name().value()))));
        return facts;
    }

    private static FactValue text(Optional<String> found) {
        return found.<FactValue>map(Text::new).orElse(Missing.NONE);
    }

    /** Credentials of the provider whose identity names the lost vault. */
    List<Credential> naming() {
        return naming(choices.lost()).toList();
    }

    private Stream<Credential> naming(VaultAddress vault) {
        return inspection.facts().credentials().value().orElse(List.of()).stream()
                .filter(row ->
                        provider.filter(own -> own.id() == row.providerId()).isPresent())
                .filter(row -> !row.name().equals(TEMPORARY))
                .filter(row ->
                        VaultKeys.address(row.identity()).filter(vault::equals).isPresent());
    }

    Optional<LoginName> callerLogin() {
        return caller().flatMap(Caller::login);
    }

    /** What the login that runs the plan opens keys of this provider by. */
    Optional<Credential> callers() {
        return caller().stream()
                .flatMap(one -> one.credentials().stream())
                .filter(row ->
                        provider.filter(own -> own.id() == row.providerId()).isPresent())
                .findFirst();
    }

    private Optional<Caller> caller() {
        return inspection.facts().around().keyholding().caller().value();
    }

    /** The vault that SQL Server is to use, where it was asked for. */
    Optional<VaultSight> sight() {
        return VaultKeys.sight(inspection, choices.into());
    }

    Optional<VaultTrouble> trouble() {
        return triage.vaults().stream()
                .filter(one -> one.vault().address().equals(choices.into()))
                .map(VaultTriage.OfVault::trouble)
                .findFirst();
    }

    /** It answers by itself. */
    boolean isThere() {
        return sight().filter(vault -> vault.region().value().isPresent()
                        || vault.keys().value().isPresent())
                .isPresent();
    }

    /** The resource manager lists it as deleted: it comes back with its keys. */
    boolean isDeleted() {
        return !isThere() && trouble().equals(Optional.of(VaultTrouble.SOFT_DELETED));
    }

    /** It is neither there nor to be recovered. */
    boolean isCreated() {
        return !isThere() && !isDeleted();
    }

    /** The backups whose keys the vault does not have. */
    List<KeyCopy> restored() {
        return isDeleted()
                ? List.of()
                : choices.copies().stream().filter(copy -> !has(copy)).toList();
    }

    private boolean has(KeyCopy copy) {
        return sight().flatMap(vault -> vault.key(copy.name().value())).stream()
                .flatMap(key -> key.versions().value().stream())
                .flatMap(List::stream)
                .flatMap(version -> version.material().value().stream())
                .flatMap(material -> material.modulus().stream())
                .anyMatch(copy::has);
    }

    /** The vault has another key of this name. */
    boolean isNameTaken(KeyCopy copy) {
        return sight().flatMap(vault -> vault.key(copy.name().value())).isPresent();
    }

    /** The vault has a deleted key of this name, which comes back as it is. */
    boolean isDeleted(KeyCopy copy) {
        return sight().flatMap(vault -> vault.deleted().value()).stream()
                .flatMap(List::stream)
                .anyMatch(key -> key.name().equalsIgnoreCase(copy.name().value()));
    }

    /**
     * A key of master that protects a database, and the key of the vault behind it.
     *
     * @param version of the vault that it is; empty: not known
     * @param named as a statement names it: by the bare name where that stands for this version, as every connector takes that;
     *     empty too where the connector is too old to be given a version
     */
    record Needed(AsymmetricKey key, Optional<KeyReference> version, Optional<KeyReference> named) {

        /** @param young the connector takes a name with a version */
        static Needed of(AsymmetricKey key, Optional<Found> found, boolean young) {
            return new Needed(
                    key,
                    found.map(Found::version),
                    found.filter(one -> one.newest() || young)
                            .map(one -> one.newest()
                                    ? new KeyReference(one.version().name(), Optional.empty())
                                    : one.version()));
        }
    }

    /** A version of a key of the vault; whether the bare name stands for it. */
    record Found(KeyReference version, boolean newest) {}

    /** Of the provider, in the order of the catalog. */
    List<Needed> needed() {
        boolean young =
                switch (LoadedBuild.of(inspection, choices.provider())) {
                    case LoadedBuild.Able able -> true;
                    case LoadedBuild.Older older -> false;
                    case LoadedBuild.Unknown unknown -> false;
                };
        List<AsymmetricKeyName> used = KeysInUse.of(inspection.facts());
        return inspection.facts().asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> used.contains(key.name()))
                .filter(key -> provider.filter(row -> row.guid().equalsIgnoreCase(key.providerGuid()))
                        .isPresent())
                .map(key -> Needed.of(key, found(key), young))
                .toList();
    }

    private Optional<Found> found(AsymmetricKey key) {
        return choices.copies().stream()
                .flatMap(copy -> copy.versions().stream()
                        .filter(version -> isOf(version, key))
                        .map(version -> new Found(
                                new KeyReference(copy.name(), Optional.of(version.id())), isNewest(copy, version))))
                .findFirst()
                .or(() -> VaultMatch.of(key.name(), inspection.facts())
                        .filter(match -> match.vault().address().equals(choices.into()))
                        .map(match -> new Found(
                                KeyReference.parse(match.key().name() + "/"
                                        + match.version().id()),
                                match.key().current().equals(Optional.of(match.version())))));
    }

    private static boolean isNewest(KeyCopy copy, KeptVersion version) {
        return copy.manifest().versions().stream()
                .flatMap(other -> other.created().stream())
                .noneMatch(other -> version.created().filter(other::isAfter).isPresent());
    }

    private boolean isOf(KeptVersion version, AsymmetricKey key) {
        List<BigInteger> modulus =
                version.half().map(PublicHalf::modulus).stream().toList();
        return VaultMatch.isOneOf(key.name(), inspection.facts(), modulus);
    }

    /** SQL Server's application is known to hold its rights, or somebody else's look cannot tell. */
    boolean holdsRights() {
        boolean own = inspection.facts().azure().flatMap(AzureSight::engine).equals(choices.engine());
        return isThere()
                && own
                && KeyRole.ENGINE.rights().stream()
                        .allMatch(right -> sight().flatMap(
                                        vault -> vault.may(right).value())
                                .equals(Optional.of(true)));
    }

    /** Databases of the provider that a failed start left closed. */
    List<Database> closed() {
        return databases.notOpen().stream()
                .filter(row -> row.state().equals("RECOVERY_PENDING"))
                .toList();
    }
}
