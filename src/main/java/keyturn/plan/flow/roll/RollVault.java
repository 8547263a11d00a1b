package keyturn.plan.flow.roll;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.InvalidValue;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.plan.fact.VaultKeys;

/** With which keys the new secret is tried, and what an operator does in the directory. */
final class RollVault {

    private final RollSituation situation;
    private final Set<Tried> tried = new LinkedHashSet<>();
    private final List<AsymmetricKeyName> unknown = new ArrayList<>();

    /** A key of a vault, by its version. */
    record Tried(VaultAddress vault, KeyReference key) {}

    private RollVault(RollSituation situation) {
        this.situation = situation;
        situation.keyLogins().flatMap(login -> login.key().stream()).distinct().forEach(this::look);
    }

    static RollVault of(RollSituation situation) {
        return new RollVault(situation);
    }

    /** Every key that the logins of the chosen credentials open: databases that are closed may need any of them. */
    private void look(AsymmetricKeyName name) {
        boolean registered = situation.inspection().facts().asymmetricKeys().value().orElse(List.of()).stream()
                .map(AsymmetricKey::name)
                .anyMatch(name::equals);
        if (registered) {
            VaultMatch.of(name, situation.inspection().facts())
                    .flatMap(RollVault::reference)
                    .ifPresentOrElse(tried::add, () -> unknown.add(name));
        }
    }

    private static Optional<Tried> reference(VaultMatch match) {
        try {
            return Optional.of(new Tried(
                    match.vault().address(),
                    new KeyReference(
                            new KeyName(match.key().name()),
                            Optional.of(match.version().id()))));
        } catch (InvalidValue notOfAConnector) {
            return Optional.empty();
        }
    }

    List<Tried> tried() {
        return List.copyOf(tried);
    }

    /** Keys whose version in the vault nobody could recognise. */
    List<AsymmetricKeyName> unknown() {
        return List.copyOf(unknown);
    }

    /** Vaults of the chosen credentials, as far as their identities name any. */
    Stream<VaultAddress> vaults() {
        return situation.chosenCredentials().stream()
                .flatMap(row -> VaultKeys.address(row.identity()).stream())
                .distinct();
    }

    /** The target has a door to one of these vaults, and nobody could see there which keys databases need. */
    boolean isDoorThere() {
        return situation.keyLogins().findAny().isPresent()
                && vaults().anyMatch(vault ->
                        VaultKeys.sight(situation.inspection(), vault).isPresent());
    }

    /** Keyturn signs in with the very secret that has expired: it sees neither vault nor directory until there is another. */
    boolean isSignInExpired() {
        return situation
                .inspection()
                .facts()
                .azure()
                .flatMap(AzureSight::expired)
                .filter(client -> situation
                        .choices()
                        .application()
                        .filter(other -> !other.equals(client))
                        .isEmpty())
                .isPresent();
    }

    /** The vaults in a sentence. */
    String shown() {
        return vaults().map(VaultAddress::name).collect(Collectors.joining(", "));
    }

    /**
     * There is no door to a directory, or the sign-in cannot or may not look there: an operator makes the secret. Whether it may
     * change what it sees, only trying tells.
     */
    boolean operatorAdds() {
        boolean noDirectory = vaults().noneMatch(vault -> vault.cloud().graph().isPresent());
        return noDirectory
                || isSignInExpired()
                || situation
                        .inspection()
                        .facts()
                        .azure()
                        .filter(azure -> !(azure.application() instanceof Fact.NotPermitted))
                        .isEmpty();
    }
}
