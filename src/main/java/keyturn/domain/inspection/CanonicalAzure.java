package keyturn.domain.inspection;

import static keyturn.domain.inspection.CanonicalFacts.fact;
import static keyturn.domain.inspection.CanonicalFacts.line;
import static keyturn.domain.inspection.CanonicalFacts.list;
import static keyturn.domain.inspection.CanonicalFacts.row;
import static keyturn.domain.inspection.CanonicalFacts.text;

import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.VaultSight;

/**
 * The lasting part of what was seen at Azure doors. What a version is made of and when it was made never change under its id, nor
 * does the end of a secret; rights are of anyone who looked, and tags and policies are other people's business.
 */
public final class CanonicalAzure {

    private final StringBuilder lines;

    public CanonicalAzure(StringBuilder lines) {
        this.lines = lines;
    }

    public void write(AzureSight sight) {
        sight.vaults().forEach(this::vault);
        line(lines, "application", fact(sight.application(), seen -> row(seen.client())));
        sight.application()
                .value()
                .ifPresent(seen -> list(
                        lines,
                        "secrets",
                        new Fact.Known<>(seen.secrets(), "application"),
                        secret -> row(secret.keyId())));
    }

    private void vault(VaultSight vault) {
        line(lines, "vault", row(vault.address()));
        list(lines, "keys", vault.keys(), CanonicalAzure::key);
        list(lines, "deletedKeys", vault.deleted(), key -> row(key.name()));
    }

    private static String key(VaultSight.Key key) {
        return row(key.name()) + " versions "
                + fact(
                        key.versions(),
                        versions -> versions.stream()
                                .map(CanonicalAzure::version)
                                .sorted()
                                .toList()
                                .toString());
    }

    private static String version(VaultSight.Version version) {
        return row(version.id(), version.enabled(), text(version.notBefore()), text(version.expires())) + " "
                + fact(version.material(), CanonicalFacts::row);
    }
}
