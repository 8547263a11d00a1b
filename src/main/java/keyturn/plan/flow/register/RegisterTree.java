package keyturn.plan.flow.register;

import java.util.List;
import java.util.function.Function;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.ChoiceTree;

/** The choices as a tree, and back. */
final class RegisterTree {

    private RegisterTree() {}

    static ChoiceTree of(RegisterChoices register) {
        ChoiceTree tree = ChoiceTree.empty()
                .with("provider", register.provider().value())
                .with("vault", register.vault())
                .with("vaultKey", register.vaultKey().toString())
                .with("thumbprint", register.thumbprint().map(Thumbprint::hex))
                .with("asymmetricKey", register.names().key().value())
                .with("login", register.names().login().value())
                .with("credential", register.names().credential().value())
                .with("application", register.signIn().map(ClientId::value))
                .with("databases", texts(register.databases()))
                .with("opened", texts(register.closed()));
        return register.assurances().writtenTo(tree);
    }

    private static ChoiceTree.Texts texts(List<DatabaseName> names) {
        return new ChoiceTree.Texts(names.stream().map(DatabaseName::value).toList());
    }

    static RegisterChoices read(ChoiceTree tree) {
        return new RegisterChoices(
                tree.text("provider", ProviderName::new),
                tree.text("vault", Function.identity()),
                tree.text("vaultKey", KeyReference::parse),
                tree.optional("thumbprint", Thumbprint::new),
                new RegisterChoices.Names(
                        tree.text("asymmetricKey", AsymmetricKeyName::new),
                        tree.text("login", LoginName::new),
                        tree.text("credential", CredentialName::new)),
                tree.optional("application", ClientId::new),
                tree.texts("databases", DatabaseName::new),
                tree.texts("opened", DatabaseName::new),
                Assurances.read(tree));
    }
}
