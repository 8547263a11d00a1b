package keyturn.plan.flow.enableekm;

import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.enableekm.EnableEkmChoices.FirstKey;
import keyturn.plan.flow.enableekm.EnableEkmChoices.OwnCredential;

/** The choices as a tree, and back. */
final class EnableEkmTree {

    private EnableEkmTree() {}

    static ChoiceTree of(EnableEkmChoices enable) {
        ChoiceTree tree = ChoiceTree.empty()
                .with("provider", enable.provider().value())
                .with("dll", enable.dll().value())
                .with("ownCredential", enable.own().map(own -> own.name().value()))
                .with("vault", enable.own().map(OwnCredential::identity))
                .with("application", enable.own().map(own -> own.application().value()))
                .with("vaultKey", enable.key().map(key -> key.vaultKey().toString()))
                .with("asymmetricKey", enable.key().map(key -> key.name().value()))
                .with("login", enable.key().map(key -> key.login().value()))
                .with("credential", enable.key().map(key -> key.credential().value()));
        return enable.assurances().writtenTo(tree);
    }

    static EnableEkmChoices read(ChoiceTree tree) {
        Optional<OwnCredential> own = tree.has("ownCredential")
                ? Optional.of(new OwnCredential(
                        tree.text("ownCredential", CredentialName::new),
                        tree.text("vault", Function.identity()),
                        tree.text("application", ClientId::new)))
                : Optional.empty();
        Optional<FirstKey> key = tree.has("vaultKey")
                ? Optional.of(new FirstKey(
                        tree.text("vaultKey", KeyReference::parse),
                        tree.text("asymmetricKey", AsymmetricKeyName::new),
                        tree.text("login", LoginName::new),
                        tree.text("credential", CredentialName::new)))
                : Optional.empty();
        return new EnableEkmChoices(
                tree.text("provider", ProviderName::new),
                tree.text("dll", DllPath::new),
                own,
                key,
                Assurances.read(tree));
    }
}
