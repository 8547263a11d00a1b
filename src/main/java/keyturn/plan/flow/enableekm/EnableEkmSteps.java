package keyturn.plan.flow.enableekm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.flow.enableekm.EnableEkmChoices.FirstKey;
import keyturn.plan.flow.enableekm.EnableEkmChoices.OwnCredential;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.SetupStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.VaultStep;

/** The steps in order; what is there already needs none. */
final class EnableEkmSteps {

    private final EnableEkmSituation situation;
    private final EnableEkmChoices choices;
    private final NodeName node;
    private final List<Step> steps = new ArrayList<>();

    EnableEkmSteps(EnableEkmSituation situation) {
        this.situation = situation;
        this.choices = situation.choices();
        this.node = situation.inspection().identity().node();
    }

    List<Step> all() {
        attempt();
        if (!situation.isOn()) {
            steps.add(new SetupStep.TurnEkmOn(next(), node));
        }
        provider();
        own();
        choices.own().ifPresent(own -> choices.key().ifPresent(key -> key(own, key)));
        return List.copyOf(steps);
    }

    private StepId next() {
        return new StepId(steps.size() + 1);
    }

    /** Before SQL Server is touched, the secret is tried with the key that is to be opened. */
    private void attempt() {
        situation
                .sight()
                .ifPresent(vault -> choices.own()
                        .ifPresent(own -> choices.key()
                                .filter(key -> !isOpened(key))
                                .ifPresent(key -> steps.add(new VaultStep.TryVaultKey(
                                        next(), node, vault.address(), key.vaultKey(), own.application(), 1)))));
    }

    /** A new one is enabled by the statement that makes it; that is looked at, and said again where it is not so. */
    private void provider() {
        Optional<Inspection.Provider> row = situation.row();
        if (row.isEmpty()) {
            steps.add(new SetupStep.CreateProvider(next(), node, choices.provider(), choices.dll()));
        }
        if (row.filter(Inspection.Provider::enabled).isEmpty()) {
            steps.add(new ProviderStep.EnableProvider(next(), node, choices.provider(), false));
        }
    }

    private void own() {
        Optional<LoginName> caller = situation.caller();
        if (situation.callersCredential().isPresent() || caller.isEmpty()) {
            return;
        }
        choices.own().ifPresent(own -> {
            if (situation.credential(own.name()).isEmpty()) {
                steps.add(new CredentialStep.CreateCredential(
                        next(), node, own.name(), own.identity(), own.application(), choices.provider(), false));
            }
            steps.add(new CredentialStep.AddCredential(next(), node, caller.get(), own.name(), false));
        });
    }

    private boolean isOpened(FirstKey key) {
        return ServerKeys.named(situation.inspection(), key.name()).isPresent();
    }

    private void key(OwnCredential own, FirstKey key) {
        if (isOpened(key)) {
            return;
        }
        steps.add(new KeyStep.OpenKey(
                next(), node, key.name(), choices.provider(), own.identity(), key.vaultKey(), shown(key)));
        steps.add(new KeyStep.CreateKeyLogin(next(), node, key.login(), key.name()));
        steps.add(new CredentialStep.CreateCredential(
                next(), node, key.credential(), own.identity(), own.application(), choices.provider(), false));
        steps.add(new CredentialStep.AddCredential(next(), node, key.login(), key.credential(), false));
        steps.add(new KeyStep.ReadKeyChain(next(), node, key.name(), key.login(), key.credential()));
    }

    /** The version that the bare name stands for now; empty where nobody can look, or where it is named. */
    private Optional<String> shown(FirstKey key) {
        return key.vaultKey().version().isPresent()
                ? Optional.empty()
                : situation
                        .sight()
                        .flatMap(vault -> vault.key(key.vaultKey().name().value()))
                        .flatMap(VaultSight.Key::current)
                        .map(VaultSight.Version::id);
    }
}
