package keyturn.plan.flow.rotate;

import java.util.Optional;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.plan.fact.VaultKeys;

/** The vault of a rotation's new key, as far as there is a door to it, and what an operator does there. */
final class RotationVault {

    private RotationVault() {}

    /** The vault that the old key's credential names; empty where it names none that can be an address. */
    static Optional<VaultAddress> address(RotationSituation situation) {
        return situation.oldCredential().map(Credential::identity).flatMap(VaultKeys::address);
    }

    static Optional<VaultSight> sight(RotationSituation situation) {
        return address(situation).flatMap(address -> VaultKeys.sight(situation.inspection(), address));
    }

    /** The version that the bare name stands for now; empty where nobody can look, where it is named, or yet to be made. */
    static Optional<String> shown(RotationSituation situation) {
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
    static boolean operator(RotationSituation situation) {
        Optional<Fact<Boolean>> may = sight(situation).map(vault -> vault.may(KeyRight.CREATE));
        return may.isEmpty() || may.get().value().filter(held -> !held).isPresent();
    }

    /** Likewise for a backup of it. */
    static boolean operatorBacksUp(RotationSituation situation) {
        Optional<Fact<Boolean>> may = sight(situation).map(vault -> vault.may(KeyRight.BACKUP));
        return may.isEmpty() || may.get().value().filter(held -> !held).isPresent();
    }

    /**
     * There is no door to a directory, or the sign-in may not even look there: an operator makes the secret. Whether it may
     * change what it sees, only trying tells.
     */
    static boolean operatorAdds(RotationSituation situation) {
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
}
