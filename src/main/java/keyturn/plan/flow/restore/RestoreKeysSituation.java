package keyturn.plan.flow.restore;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyManifest.PublicHalf;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.VaultKeys;
import keyturn.plan.flow.Situation;

/**
 * What a restore of vault keys is planned from.
 *
 * @param databases those that a restored key protects; none for a drill, which no server sees
 */
public record RestoreKeysSituation(
        Inspection inspection,
        ByDatabase each,
        RestoreKeysChoices choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases)
        implements Situation {

    static RestoreKeysSituation of(Inspection inspection, RestoreKeysChoices choices) {
        Optional<Inspection.Provider> provider = Situation.row(inspection, choices.provider());
        ConcernedDatabases databases = choices.purpose().isDrill()
                ? ConcernedDatabases.NONE
                : provider.map(row -> ConcernedDatabases.of(inspection, row))
                        .map(all -> all.only(protectedBy(inspection.facts(), choices.copies())))
                        .orElse(ConcernedDatabases.NONE);
        return new RestoreKeysSituation(inspection, new ByDatabase(inspection), choices, provider, databases);
    }

    private static List<DatabaseName> protectedBy(Inspection.Facts facts, List<KeyCopy> copies) {
        List<AsymmetricKey> keys = registered(facts, copies);
        return facts.databases().value().orElse(List.of()).stream()
                .filter(row -> row.key().value().stream()
                        .flatMap(Optional::stream)
                        .anyMatch(dek ->
                                keys.stream().anyMatch(key -> key.thumbprint().equals(dek.thumbprint()))))
                .map(Database::name)
                .toList();
    }

    /** The server's keys that have the public half of one of these. */
    private static List<AsymmetricKey> registered(Inspection.Facts facts, List<KeyCopy> copies) {
        List<BigInteger> moduli =
                copies.stream().flatMap(RestoreKeysSituation::moduli).toList();
        return facts.asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> VaultMatch.isOneOf(key.name(), facts, moduli))
                .toList();
    }

    private static Stream<BigInteger> moduli(KeyCopy copy) {
        return copy.versions().stream()
                .flatMap(version -> version.half().stream())
                .map(PublicHalf::modulus);
    }

    @Override
    public boolean replacesDll() {
        return false;
    }

    @Override
    public List<Permission> rights() {
        return Stream.concat(
                        Stream.of(Permission.OWNER_OF_MASTER),
                        databases().open().stream()
                                .map(row -> new Permission("CONTROL", row.name().value())))
                .toList();
    }

    /** Which vaults credentials name: a scratch vault must stay one that no credential names. */
    @Override
    public SortedMap<FactKey, FactValue> ownFacts() {
        NodeName node = inspection.identity().node();
        SortedMap<FactKey, FactValue> facts = new TreeMap<>();
        if (choices.purpose().isDrill()) {
            credentials()
                    .forEach(credential -> facts.put(
                            new FactKey.OfCredential(node, credential.name()),
                            new FactValue.Text(credential.identity())));
        }
        return facts;
    }

    private Stream<Credential> credentials() {
        return inspection.facts().credentials().value().orElse(List.of()).stream();
    }

    /** Credentials whose identity names this vault. */
    List<Credential> naming(VaultAddress vault) {
        return credentials()
                .filter(credential -> VaultKeys.address(credential.identity())
                        .filter(vault::equals)
                        .isPresent())
                .toList();
    }

    Optional<VaultSight> sight(KeyCopy copy) {
        return VaultKeys.sight(inspection, choices.target(copy));
    }

    /** The vault has this very key, as far as its public halves are seen. */
    boolean isThere(KeyCopy copy) {
        return sight(copy)
                .flatMap(vault -> vault.key(copy.name().value()))
                .filter(key -> key.versions().value().stream()
                        .flatMap(List::stream)
                        .flatMap(version -> version.material().value().stream())
                        .flatMap(material -> material.modulus().stream())
                        .anyMatch(copy::has))
                .isPresent();
    }

    /** A key of this name is in the vault, whichever it is. */
    boolean isNameTaken(KeyCopy copy) {
        return sight(copy).flatMap(vault -> vault.key(copy.name().value())).isPresent();
    }

    /** The vault has a deleted key of this name. */
    boolean isDeleted(KeyCopy copy) {
        return sight(copy).flatMap(vault -> vault.deleted().value()).stream()
                .flatMap(List::stream)
                .anyMatch(key -> key.name().equalsIgnoreCase(copy.name().value()));
    }

    /** The copies that are to be brought back. */
    List<KeyCopy> lost() {
        return choices.copies().stream().filter(copy -> !isThere(copy)).toList();
    }
}
