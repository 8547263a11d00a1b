package keyturn.plan.flow.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.flow.register.RegisterChoices.Names;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Protector;
import keyturn.plan.step.ReopenStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep.Phase;
import keyturn.plan.step.VaultStep;

/** The steps in order: the trial at the vault, the key, its login and credential, then the databases that need it. */
final class RegisterSteps {

    private final RegisterSituation situation;
    private final RegisterChoices choices;
    private final NodeName node;
    private final TestSteps tests;
    private final List<Step> steps = new ArrayList<>();

    RegisterSteps(RegisterSituation situation) {
        this.situation = situation;
        this.choices = situation.choices();
        this.node = situation.inspection().identity().node();
        this.tests = new TestSteps(situation);
    }

    List<Step> all() {
        boolean keyIsThere = situation.key().isPresent();
        attempt();
        if (!keyIsThere) {
            open();
        }
        login();
        choices.closed().forEach(name -> steps.add(new ReopenStep.OpenDatabase(next(), node, name)));
        test(situation.databases().open());
        test(situation.closedDatabases());
        Names names = choices.names();
        steps.add(new KeyStep.ReadKeyChain(next(), node, names.key(), names.login(), names.credential()));
        return List.copyOf(steps);
    }

    private StepId next() {
        return new StepId(steps.size() + 1);
    }

    /** With the secret that the credential is to hold, where there is a door to the vault. */
    private void attempt() {
        boolean makesCredential = situation.credential().isEmpty();
        if (makesCredential && situation.sight().isPresent()) {
            choices.signIn()
                    .ifPresent(application -> steps.add(new VaultStep.TryVaultKey(
                            next(), node, situation.address().orElseThrow(), choices.vaultKey(), application, 1)));
        }
    }

    private void open() {
        Optional<LoginName> borrower = situation.callersCredential().isPresent()
                ? Optional.empty()
                : situation.keyholding().caller().value().flatMap(Caller::login);
        borrower.ifPresent(this::lend);
        steps.add(new KeyStep.OpenKey(
                next(),
                node,
                choices.names().key(),
                choices.provider(),
                choices.vault(),
                choices.vaultKey(),
                shown(),
                choices.thumbprint()));
        borrower.ifPresent(this::takeBack);
    }

    /** The version that the bare name stands for now; empty where nobody can look, or where it is named. */
    private Optional<String> shown() {
        KeyReference wanted = choices.vaultKey();
        return wanted.version().isPresent()
                ? Optional.empty()
                : situation
                        .sight()
                        .flatMap(vault -> vault.key(wanted.name().value()))
                        .flatMap(VaultSight.Key::current)
                        .map(VaultSight.Version::id);
    }

    private void lend(LoginName login) {
        CredentialName temporary = situation.temporary();
        choices.signIn()
                .ifPresent(application -> steps.add(new CredentialStep.CreateCredential(
                        next(), node, temporary, choices.vault(), application, choices.provider(), true)));
        steps.add(new CredentialStep.AddCredential(next(), node, login, temporary, true));
    }

    private void takeBack(LoginName login) {
        steps.add(new CredentialStep.TakeCredential(next(), node, login, situation.temporary()));
        steps.add(new CredentialStep.DropCredential(next(), node, situation.temporary()));
    }

    private void login() {
        Names names = choices.names();
        if (situation.login().isEmpty()) {
            steps.add(new KeyStep.CreateKeyLogin(next(), node, names.login(), names.key()));
        }
        if (situation.credential().isEmpty()) {
            choices.signIn()
                    .ifPresent(application -> steps.add(new CredentialStep.CreateCredential(
                            next(),
                            node,
                            names.credential(),
                            choices.vault(),
                            application,
                            choices.provider(),
                            false)));
        }
        if (!situation.isMapped()) {
            steps.add(new CredentialStep.AddCredential(next(), node, names.login(), names.credential(), false));
        }
    }

    /** By which key they are protected, the thumbprint says where anybody knows it. */
    private void test(List<Database> databases) {
        Protector protector =
                choices.thumbprint().<Protector>map(Protector.ByThumbprint::new).orElse(new Protector.Unknown());
        databases.forEach(database -> tests.add(steps, database, Phase.AFTER, protector));
    }
}
