package keyturn.plan.flow.register;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.InvalidValue;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.ThumbprintForms;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSight.Key;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.build.UriOnHost;
import keyturn.plan.fact.VaultKeys;

/** Which version of which vault key has a thumbprint, by its public half. */
record WantedVersion(VaultSight vault, Key key, Version version) {

    /** Empty: none of the vaults that were looked at shows it, or it cannot be told. */
    static Optional<WantedVersion> of(Thumbprint thumbprint, Inspection seen) {
        return seen.facts().azure().map(AzureSight::vaults).orElse(List.of()).stream()
                .flatMap(vault -> in(vault, thumbprint).stream())
                .findFirst();
    }

    /** The version that a key URI names, where its vault shows it. */
    static Optional<WantedVersion> of(UriOnHost uri, Inspection seen) {
        return VaultKeys.sight(seen, uri.vault())
                .flatMap(vault -> vault.key(uri.name())
                        .flatMap(key -> uri.version()
                                .flatMap(key::version)
                                .map(version -> new WantedVersion(vault, key, version))));
    }

    static Optional<WantedVersion> in(VaultSight vault, Thumbprint thumbprint) {
        return vault.keys().value().orElse(List.of()).stream()
                .flatMap(key -> versions(key)
                        .filter(version -> version.material().value().stream()
                                .flatMap(material -> material.modulus().stream())
                                .anyMatch(modulus -> ThumbprintForms.isOf(thumbprint, modulus)))
                        .map(version -> new WantedVersion(vault, key, version)))
                .findFirst();
    }

    private static Stream<Version> versions(Key key) {
        return key.versions().value().orElse(List.of()).stream();
    }

    /** The bare name stands for it, as it does for the newest version. */
    boolean isCurrent() {
        return key.current().filter(version::equals).isPresent();
    }

    /** As a statement names it: with its version, unless the bare name will do. Empty: no connector can use such a name. */
    Optional<KeyReference> reference(boolean withVersion) {
        try {
            return Optional.of(new KeyReference(
                    new KeyName(key.name()), withVersion ? Optional.of(version.id()) : Optional.empty()));
        } catch (InvalidValue notOfAConnector) {
            return Optional.empty();
        }
    }

    String shown() {
        return key.name() + "/" + version.id();
    }
}
