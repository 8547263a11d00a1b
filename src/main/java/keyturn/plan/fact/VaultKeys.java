package keyturn.plan.fact;

import java.util.Optional;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.plan.check.Blocks;
import keyturn.plan.flow.rotate.RotationSituation;

/** The new key in the vault, as far as there is a door to it. */
public final class VaultKeys {

    /** What a key bears that a run has made; one without it is somebody else's and never taken for ours. */
    private static final String RUN_TAG = "keyturn-run";

    private VaultKeys() {}

    /** The vault that the old key's credential names; empty where it names none that can be an address. */
    public static Optional<VaultAddress> address(RotationSituation situation) {
        return situation.oldCredential().map(Credential::identity).flatMap(VaultKeys::address);
    }

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

    public static Optional<VaultSight> sight(RotationSituation situation) {
        return address(situation).flatMap(address -> sight(situation.inspection(), address));
    }

    public static Optional<VaultSight> sight(Inspection seen, VaultAddress address) {
        return seen.facts().azure().flatMap(azure -> azure.vault(address));
    }

    /** The version that the bare name stands for now; empty where nobody can look, where it is named, or yet to be made. */
    public static Optional<String> shown(RotationSituation situation) {
        KeyReference wanted = situation.choices().newKey().vaultKey();
        return wanted.version().isPresent()
                        || situation.choices().newKey().create().isPresent()
                ? Optional.empty()
                : sight(situation)
                        .flatMap(vault -> vault.key(wanted.name().value()))
                        .flatMap(VaultSight.Key::current)
                        .map(VaultSight.Version::id);
    }

    /** Keyturn may not make it there, or has no door: an operator does. */
    public static boolean operator(RotationSituation situation) {
        Optional<Fact<Boolean>> may = sight(situation).map(vault -> vault.may(KeyRight.CREATE));
        return may.isEmpty() || may.get().value().filter(held -> !held).isPresent();
    }

    /** Likewise for a backup of it. */
    public static boolean operatorBacksUp(RotationSituation situation) {
        Optional<Fact<Boolean>> may = sight(situation).map(vault -> vault.may(KeyRight.BACKUP));
        return may.isEmpty() || may.get().value().filter(held -> !held).isPresent();
    }

    /**
     * There is no door to a directory, or the sign-in may not even look there: an operator makes the secret. Whether it may
     * change what it sees, only trying tells.
     */
    public static boolean operatorAdds(RotationSituation situation) {
        boolean noDirectory = address(situation)
                .filter(vault -> vault.cloud().graph().isPresent())
                .isEmpty();
        return noDirectory
                || situation
                        .inspection()
                        .facts()
                        .azure()
                        .filter(azure -> !(azure.application() instanceof Fact.NotPermitted))
                        .isEmpty();
    }

    /** An operator may have given it another name. */
    static Holds added(Inspection seen, Condition.SecretAdded add) {
        Optional<ApplicationSeen> application = seen.facts()
                .azure()
                .flatMap(azure -> azure.application().value())
                .filter(one -> one.client().equals(add.application()));
        if (application.isEmpty()) {
            return new Holds.Unknown(Message.of("plan.found.secretUnseen", add.name()));
        }
        return application.get().secrets().stream()
                .filter(secret -> secret.name().equals(Optional.of(add.name())))
                .findFirst()
                .<Holds>map(secret ->
                        new Holds.Yes(Message.of("plan.found.secret", add.application(), add.name(), secret.keyId())))
                .orElseGet(() -> none(add));
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
