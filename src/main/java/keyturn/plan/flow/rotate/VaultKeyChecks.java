package keyturn.plan.flow.rotate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSight.Key;
import keyturn.domain.azure.VaultSight.Material;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.plan.build.KeyNeed;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.Times;
import keyturn.plan.flow.Confirmation;

/**
 * The new key in the vault: whether it can be made, or fits as it is (documents: SQL Server Connector maintenance and
 * troubleshooting; CREATE ASYMMETRIC KEY; rotation of TDE keys).
 */
final class VaultKeyChecks {

    private VaultKeyChecks() {}

    public static Stream<Finding> key(RotationSituation situation) {
        if (situation.standing()) {
            return Stream.empty();
        }
        Stream<Finding> kind = situation.choices().newKey().create().stream()
                .flatMap(wanted -> kind(situation, wanted.bits(), wanted.hsm()));
        return Stream.concat(kind, inVault(situation));
    }

    private static Stream<Finding> inVault(RotationSituation situation) {
        Optional<VaultSight> sight = RotationVault.sight(situation);
        KeyReference wanted = situation.choices().newKey().vaultKey();
        boolean create = situation.choices().newKey().create().isPresent();
        if (sight.isEmpty() || sight.get().keys().value().isEmpty()) {
            boolean yes = situation.choices().attested().contains(Confirmation.VAULT_KEY);
            return create
                    ? Findings.attention(Area.NEW_KEY, "rotate.operator-unseen", wanted)
                    : Stream.of(Findings.confirm(
                            Area.NEW_KEY, "vault-key", Confirmation.VAULT_KEY, Optional.empty(), yes, wanted));
        }
        VaultSight vault = sight.get();
        String name = wanted.name().value();
        if (deleted(vault, name)) {
            return Findings.blocked(Area.NEW_KEY, "rotate.vault-deleted", name, vault.address());
        }
        Optional<Key> key = vault.key(name);
        if (create) {
            return key.isPresent()
                    ? Findings.blocked(Area.NEW_KEY, "rotate.vault-taken", name, vault.address())
                    : making(situation, vault, name);
        }
        return key.map(there -> there(situation, vault, there))
                .orElseGet(() -> Findings.blocked(Area.NEW_KEY, "rotate.vault-missing", name, vault.address()));
    }

    private static boolean deleted(VaultSight vault, String name) {
        return vault.deleted().value().orElse(List.of()).stream()
                .anyMatch(row -> row.name().equalsIgnoreCase(name));
    }

    private static Stream<Finding> making(RotationSituation situation, VaultSight vault, String name) {
        boolean hsm =
                situation.choices().newKey().create().filter(kind -> kind.hsm()).isPresent();
        Optional<VaultSight.Resource> resource = vault.resource().value();
        if (hsm && resource.filter(row -> !row.premium()).isPresent()) {
            return Findings.blocked(Area.NEW_KEY, "rotate.vault-standard", vault.address());
        }
        Stream<Finding> tier = hsm && resource.isEmpty() && !onlyHsm(vault)
                ? Findings.notKnown(Area.NEW_KEY, "rotate.vault-tier", vault.resource(), vault.address())
                : Stream.empty();
        return Stream.concat(
                tier,
                RotationVault.operator(situation)
                        ? Findings.attention(Area.NEW_KEY, "rotate.operator", name, vault.address())
                        : Findings.fine(Area.NEW_KEY, "rotate.vault-free", name, vault.address()));
    }

    /** A managed HSM has no tiers. */
    private static boolean onlyHsm(VaultSight vault) {
        return vault.address().store() == VaultAddress.Store.MANAGED_HSM;
    }

    private static Stream<Finding> there(RotationSituation situation, VaultSight vault, Key key) {
        if (key.ofCertificate()) {
            return Findings.blocked(Area.NEW_KEY, "rotate.vault-certificate", key.name());
        }
        KeyReference wanted = situation.choices().newKey().vaultKey();
        Optional<Version> version = wanted.version().map(key::version).orElseGet(key::current);
        if (key.versions().value().isEmpty()) {
            return Findings.notKnown(Area.NEW_KEY, "rotate.vault-versions", key.versions(), key.name());
        }
        return version.map(one -> version(situation, vault, key, one))
                .orElseGet(() -> Findings.blocked(Area.NEW_KEY, "rotate.vault-version", wanted, vault.address()));
    }

    private static Stream<Finding> version(RotationSituation situation, VaultSight vault, Key key, Version version) {
        List<Finding> found = new ArrayList<>();
        usable(situation.inspection().takenAt(), key, version).forEach(found::add);
        material(situation, key, version).forEach(found::add);
        ofOldKey(situation, key, version).forEach(found::add);
        boolean more = key.versions().value().filter(all -> all.size() > 1).isPresent();
        if (more && situation.choices().newKey().vaultKey().version().isEmpty()) {
            Findings.attention(Area.NEW_KEY, "rotate.vault-newest", key.name(), version.id())
                    .forEach(found::add);
        }
        if (key.rotation().value().filter(policy -> policy.rotates()).isPresent()) {
            Findings.attention(Area.NEW_KEY, "rotate.vault-policy", key.name()).forEach(found::add);
        }
        if (found.isEmpty()) {
            String made = version.material().value().map(Material::toString).orElse("?");
            return Findings.fine(Area.NEW_KEY, "rotate.vault-key", key.name(), vault.address(), made);
        }
        return found.stream();
    }

    /** The key in use itself, or another version of it. */
    private static Stream<Finding> ofOldKey(RotationSituation situation, Key key, Version version) {
        AsymmetricKeyName from = situation.choices().from();
        Optional<VaultMatch> old = VaultMatch.of(from, situation.inspection().facts());
        if (old.filter(match -> match.version().id().equals(version.id())).isPresent()) {
            return Findings.blocked(Area.NEW_KEY, "rotate.same-key", key.name(), from);
        }
        return old.filter(match -> match.key().name().equalsIgnoreCase(key.name()))
                        .isPresent()
                ? NewKeyChecks.young(situation, "rotate.other-version", key.name())
                : Stream.empty();
    }

    private static Stream<Finding> usable(Instant now, Key key, Version version) {
        if (!version.enabled()) {
            return Findings.blocked(Area.NEW_KEY, "rotate.vault-disabled", key.name());
        }
        if (version.notBefore().filter(now::isBefore).isPresent()) {
            return Findings.blocked(
                    Area.NEW_KEY,
                    "rotate.vault-not-yet",
                    key.name(),
                    Times.seconds(version.notBefore().get()));
        }
        Optional<Instant> end = version.expires();
        if (end.filter(at -> !now.isBefore(at)).isPresent()) {
            return Findings.blocked(Area.NEW_KEY, "rotate.vault-expired", key.name(), Times.seconds(end.get()));
        }
        return end.stream()
                .flatMap(at -> Findings.attention(Area.NEW_KEY, "rotate.vault-expires", key.name(), Times.seconds(at)));
    }

    private static Stream<Finding> material(RotationSituation situation, Key key, Version version) {
        Optional<Material> material = version.material().value();
        if (material.isEmpty()) {
            return Findings.notKnown(Area.NEW_KEY, "rotate.vault-material", version.material(), key.name());
        }
        Material made = material.get();
        if (!made.rsa()) {
            return Findings.blocked(Area.NEW_KEY, "rotate.vault-type", key.name(), made);
        }
        if (!KeyNeed.mayWrap(made)) {
            return Findings.blocked(Area.NEW_KEY, "rotate.vault-operations", key.name());
        }
        return kind(situation, made.bits(), made.hsm());
    }

    private static Stream<Finding> kind(RotationSituation situation, int bits, boolean hsm) {
        String name = situation.choices().newKey().vaultKey().name().value();
        return KeyNeed.of(bits, hsm, situation.inspection().identity()).stream()
                .flatMap(need -> need(situation, need, name, bits));
    }

    private static Stream<Finding> need(RotationSituation situation, KeyNeed need, String name, int bits) {
        String server = situation.inspection().identity().productVersion();
        return switch (need) {
            case OTHER_TYPE -> Findings.blocked(Area.NEW_KEY, "rotate.vault-type", name, bits);
            case OTHER_SIZE -> Findings.blocked(Area.NEW_KEY, "rotate.vault-size", name, String.valueOf(bits));
            case SQL_SERVER_2022 -> Findings.blocked(Area.NEW_KEY, "rotate.vault-hsm", name);
            case UPDATE_OF_2022 ->
                Findings.blocked(Area.NEW_KEY, "rotate.vault-hsm-update", name, server, KeyNeed.HSM_SINCE);
            case BUILD_FOR_SIZE -> NewKeyChecks.young(situation, "rotate.vault-3072", name);
            case BUILD_FOR_HSM -> NewKeyChecks.young(situation, "rotate.vault-hsm", name);
        };
    }
}
