package keyturn.plan.flow.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.plan.check.Blocks;
import keyturn.plan.flow.Situation;

/** What builds before 2020 cannot serve (document: SQL Server Connector, what each build added). */
final class FormerBuild {

    private static final int OLD_BUILDS_BITS = 2048;

    private FormerBuild() {}

    /** Older builds know neither managed identity nor managed HSM, nor keys of more than 2048 bits. */
    static Stream<Problem> misfits(Inspection now, ProviderName provider) {
        Stream<Problem> vaults = now.facts().credentials().value().orElse(List.of()).stream()
                .filter(credential -> CatalogWords.isManagedIdentity(credential.identity())
                        || credential.identity().contains(".managedhsm."))
                .map(credential ->
                        Blocks.of("undo.credential", Optional.empty(), credential.name(), credential.identity()));
        return Stream.concat(vaults, sizes(now, provider));
    }

    /** A key that older builds do not open: it takes a build of November 2020. */
    private static Stream<Problem> sizes(Inspection now, ProviderName provider) {
        return keys(now, provider).stream()
                .filter(key -> bits(now, key) > OLD_BUILDS_BITS)
                .map(key -> Blocks.of("undo.key-size", Optional.empty(), key.name(), bits(now, key)));
    }

    /** The keys of master that live on this provider. */
    static List<AsymmetricKey> keys(Inspection now, ProviderName provider) {
        String guid =
                Situation.row(now, provider).map(Inspection.Provider::guid).orElse("");
        return now.facts().asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> key.providerGuid().equalsIgnoreCase(guid))
                .toList();
    }

    /** As the vault has it, where it was seen: the catalog may show fewer (document: SQL Server Connector, key size). */
    private static int bits(Inspection now, AsymmetricKey key) {
        return VaultMatch.of(key.name(), now.facts())
                .flatMap(match -> match.material().value())
                .map(material -> Math.max(material.bits(), key.length()))
                .orElse(key.length());
    }
}
