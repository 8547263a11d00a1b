package keyturn.plan.flow.rotate;

import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFolder;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LocalPath;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.SecretLife;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.ChoiceTree;

/** The choices of a rotation as a tree, and back. */
final class RotateTree {

    private RotateTree() {}

    static ChoiceTree of(RotateChoices rotate) {
        RotateChoices.NewKey to = rotate.newKey();
        ChoiceTree tree = ChoiceTree.empty()
                .with("provider", rotate.provider().value())
                .with("fromKey", rotate.from().value())
                .with("fromLogin", rotate.fromLogin().map(LoginName::value))
                .with("toKey", to.vaultKey().toString())
                .with("asymmetricKey", to.names().key().value())
                .with("login", to.names().login().value())
                .with("credential", to.names().credential().value())
                .with("application", to.application().value())
                .with("create", to.create().map(RotateChoices.NewVaultKey::written))
                .with("keyBackup", rotate.further().keyBackup().map(LocalPath::value))
                .with("furtherSecret", rotate.further().secret().map(SecretLife::toString))
                .with(
                        "databases",
                        new ChoiceTree.Texts(rotate.databases().stream()
                                .map(DatabaseName::value)
                                .toList()))
                .with("logBackup", rotate.backups().log().map(BackupFolder::value))
                .with("runAs", rotate.runAs().map(LoginName::value))
                .with("fullBackup", rotate.backups().full().map(BackupFolder::value));
        return rotate.assurances().writtenTo(tree);
    }

    static RotateChoices read(ChoiceTree tree) {
        return new RotateChoices(
                tree.text("provider", ProviderName::new),
                tree.text("fromKey", AsymmetricKeyName::new),
                tree.optional("fromLogin", LoginName::new),
                newKey(tree),
                tree.texts("databases", DatabaseName::new),
                Assurances.read(tree),
                new RotateChoices.BackupFolders(
                        tree.optional("logBackup", BackupFolder::new), tree.optional("fullBackup", BackupFolder::new)),
                new RotateChoices.Further(
                        tree.optional("keyBackup", LocalPath::new), tree.optional("furtherSecret", SecretLife::parse)),
                tree.optional("runAs", LoginName::new));
    }

    private static RotateChoices.NewKey newKey(ChoiceTree tree) {
        return new RotateChoices.NewKey(
                tree.text("toKey", KeyReference::parse),
                tree.optional("create", RotateChoices.NewVaultKey::parse),
                new RotateChoices.NewNames(
                        tree.text("asymmetricKey", AsymmetricKeyName::new),
                        tree.text("login", LoginName::new),
                        tree.text("credential", CredentialName::new)),
                tree.text("application", ClientId::new));
    }
}
