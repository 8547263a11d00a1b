package keyturn.ui.preflight;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.ui.wizard.CredentialSecret;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;
import keyturn.ui.wizard.TryVault;
import keyturn.ui.work.Background;

/** Tries the keys at the vault before a plan that tests no database; the plan is made anew with what came of it. */
public final class VaultTrial {

    private final Draft draft;
    private final Planning planning;
    private final Background background;
    private final TryVault vault;
    private final CredentialSecret secret;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public VaultTrial(Draft draft, Planning planning, Background background, TryVault vault) {
        this.draft = draft;
        this.planning = planning;
        this.background = background;
        this.vault = vault;
        this.secret = new CredentialSecret(draft);
    }

    /** The application whose secret must be typed first; empty: none is named, or it is the one of the sign-in. */
    Optional<String> asksSecretOf() {
        return application().filter(secret::isUnknown).map(ClientId::value);
    }

    void type(Secret typed) {
        secret.type(typed);
    }

    ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Without application or secret nothing happens. */
    void run() {
        problem.set(Optional.empty());
        application().ifPresent(client -> secret.forTrial(client).ifPresent(held -> run(client, held)));
    }

    private void run(ClientId client, Secret held) {
        Target target = draft.target().get().orElseThrow();
        Inspection before = draft.inspection().get().orElseThrow();
        background.perform(
                () -> vault.at(target, before, client, held),
                after -> after.facts().azure().ifPresent(sight -> planning.tried(before, sight)),
                why -> problem.set(Optional.of(why)));
    }

    private Optional<ClientId> application() {
        return draft.target().get().flatMap(Target::azure).flatMap(AzureDoors::application);
    }
}
