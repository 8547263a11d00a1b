package keyturn.plan.fact;

import java.util.Optional;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Blocks;
import keyturn.plan.step.DirectoryStep;

/** Keys in vaults and secrets of applications, as far as there is a door to them. */
public final class VaultKeys {

    /** What a key bears that a run has made; one without it is somebody else's and never taken for ours. */
    private static final String RUN_TAG = "keyturn-run";

    private VaultKeys() {}

    /** The short name is a vault of the public cloud (document: set-up steps for extensible key management). */
    public static Optional<VaultAddress> address(String identity) {
        try {
            return Optional.of(
                    identity.contains(".")
                            ? VaultAddress.parse(identity)
                            : new VaultAddress(identity, VaultAddress.Store.VAULT, Cloud.PUBLIC));
        } catch (InvalidValue noAddress) {
            return Optional.empty();
        }
    }

    public static Optional<VaultSight> sight(Inspection seen, VaultAddress address) {
        return seen.facts().azure().flatMap(azure -> azure.vault(address));
    }

    /** An operator may have given it another name. */
    static Holds added(Inspection seen, Condition.SecretAdded add) {
        Optional<ApplicationSeen> application = seen.facts()
                .azure()
                .flatMap(azure -> azure.application(add.application()))
                .flatMap(Fact::value);
        if (application.isEmpty()) {
            return new Holds.Unknown(Message.of("plan.found.secretUnseen", add.name()));
        }
        return application.get().secrets().stream()
                .filter(secret -> secret.name()
                        .filter(name -> DirectoryStep.AddAppSecret.isNamed(add.name(), name))
                        .isPresent())
                .reduce((before, last) -> last)
                .<Holds>map(secret ->
                        new Holds.Yes(Message.of("plan.found.secret", add.application(), add.name(), secret.keyId())))
                .orElseGet(() -> none(add));
    }

    static Holds gone(Inspection seen, Condition.AppSecretGone gone) {
        Optional<ApplicationSeen> application = seen.facts()
                .azure()
                .flatMap(azure -> azure.application(gone.application()))
                .flatMap(Fact::value);
        if (application.isEmpty()) {
            return new Holds.Unknown(Message.of("plan.found.secretUnseen", gone.keyId()));
        }
        Message found = Message.of(
                application.get().secret(gone.keyId()).isPresent() ? "plan.found.secretThere" : "plan.found.secretGone",
                gone.application(),
                gone.keyId());
        return application.get().secret(gone.keyId()).isPresent() ? new Holds.No(found) : new Holds.Yes(found);
    }

    private static Holds none(Condition.SecretAdded add) {
        Message none = Message.of("plan.found.secretNone", add.application(), add.name());
        return add.byOperator() ? new Holds.Unknown(none) : new Holds.No(none);
    }

    static Holds made(Inspection seen, Condition.VaultKeyMade create) {
        Optional<VaultSight> vault = sight(seen, create.vault());
        if (vault.isEmpty()) {
            return new Holds.Unknown(Message.of("plan.found.vaultUnseen", create.vault()));
        }
        if (vault.get().keys().value().isEmpty()) {
            return new Holds.Unknown(Blocks.reason(vault.get().keys()));
        }
        return vault.get()
                .key(create.name().value())
                .filter(key -> create.byOperator() || key.tags().containsKey(RUN_TAG))
                .<Holds>map(key -> new Holds.Yes(Message.of("plan.found.vaultKey", key.name(), create.vault())))
                .orElseGet(() -> new Holds.No(Message.of("plan.found.vaultKeyNone", create.name(), create.vault())));
    }
}
