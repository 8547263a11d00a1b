package keyturn.plan.forecast;

import java.util.List;
import java.util.Optional;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.plan.fact.VaultKeys;

/** Whether the vault that the credential names would unwrap with the key, as far as a look at it tells. */
final class VaultRoute {

    private final Inspection seen;
    private final AsymmetricKey key;
    private final Outlook outlook;
    private final Gathered gathered;

    VaultRoute(Inspection seen, AsymmetricKey key, Outlook outlook, Gathered gathered) {
        this.seen = seen;
        this.key = key;
        this.outlook = outlook;
        this.gathered = gathered;
    }

    void look(Credential credential) {
        Optional<VaultAddress> named = VaultKeys.address(credential.identity());
        Optional<VaultMatch> match = VaultMatch.of(key.name(), seen.facts())
                .filter(found ->
                        named.isEmpty() || named.get().equals(found.vault().address()));
        named.or(() -> match.map(found -> found.vault().address())).ifPresent(this::rights);
        match.ifPresentOrElse(this::version, () -> unmatched(credential.identity(), named));
    }

    /** What somebody else may do tells nothing of the engine. */
    private void rights(VaultAddress vault) {
        Optional<ClientId> engine = seen.facts().azure().flatMap(AzureSight::engine);
        boolean lacks = VaultKeys.sight(seen, vault)
                .flatMap(sight -> sight.may(KeyRight.UNWRAP).value())
                .filter(may -> !may)
                .isPresent();
        engine.filter(one -> lacks).ifPresent(one -> gathered.causes.add(new Cause.MayNotUnwrap(one.value(), vault)));
    }

    private void version(VaultMatch match) {
        Version version = match.version();
        VaultAddress vault = match.vault().address();
        String name = match.key().name();
        version.updated()
                .or(version::created)
                .ifPresent(at -> gathered.changes.add(new LastChange(LastChange.Kind.KEY_VERSION, name, at)));
        if (!version.enabled()) {
            gathered.causes.add(new Cause.VersionDisabled(key.name(), vault, name, version.id()));
        } else if (!version.wrapsAt(seen.takenAt())) {
            gathered.missing.add(new Missing.OutsideDates(key.name(), name, version.id()));
        } else {
            gathered.evidence.add(new Evidence.VersionEnabled(vault.name(), name, version.id()));
            expires(vault, name, version);
        }
        tried(vault, name);
    }

    private void expires(VaultAddress vault, String name, Version version) {
        version.expires()
                .filter(end -> outlook.isSoon(end, seen.takenAt()))
                .ifPresent(end -> gathered.warnings.add(new Warning.KeyExpires(vault.name(), name, version.id(), end)));
    }

    private void tried(VaultAddress vault, String name) {
        seen.facts().azure().map(AzureSight::trials).orElse(List.of()).stream()
                .filter(trial -> trial.vault().equals(vault) && trial.key().equalsIgnoreCase(name))
                .filter(trial -> trial.refused().isEmpty())
                .forEach(trial -> gathered.evidence.add(new Evidence.TriedFromHere(vault.name(), name)));
    }

    /** That a key is gone can be said only where the vault was seen whole and others of this server's keys were recognised in it. */
    private void unmatched(String identity, Optional<VaultAddress> named) {
        Optional<VaultSight> sight = named.flatMap(address -> VaultKeys.sight(seen, address));
        if (sight.isEmpty() || sight.get().keys().value().isEmpty()) {
            gathered.missing.add(
                    new Missing.VaultUnseen(key.name(), identity, sight.map(vault -> Gathered.why(vault.keys()))));
        } else if (isWhole(sight.get()) && recognisesOthers(sight.get())) {
            gathered.causes.add(new Cause.KeyNotInVault(key.name(), sight.get().address()));
        } else {
            gathered.missing.add(new Missing.KeyNotRecognised(
                    key.name(), sight.get().address().name()));
        }
    }

    private static boolean isWhole(VaultSight vault) {
        return vault.keys().value().orElse(List.of()).stream()
                .allMatch(one -> one.versions()
                        .value()
                        .filter(versions -> versions.stream()
                                .allMatch(version -> version.material().value().isPresent()))
                        .isPresent());
    }

    private boolean recognisesOthers(VaultSight vault) {
        return seen.facts().asymmetricKeys().value().orElse(List.of()).stream()
                .filter(other -> !other.equals(key) && isRegistered())
                .flatMap(other -> VaultMatch.of(other.name(), seen.facts()).stream())
                .anyMatch(match -> match.vault().address().equals(vault.address()));
    }

    private boolean isRegistered() {
        return seen.facts().around().registrations().value().orElse(List.of()).stream()
                .anyMatch(
                        row -> row.key().equals(key.name()) && !row.publicKey().isEmpty());
    }
}
