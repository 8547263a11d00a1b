package keyturn.script;

import keyturn.plan.step.BackupStep;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.VaultStep;

/** What a file for one step is called. */
final class KeyWords {

    private KeyWords() {}

    static String of(CredentialStep step) {
        return switch (step) {
            case CredentialStep.CreateCredential create -> "credential " + create.credential();
            case CredentialStep.DropCredential drop -> "drop credential " + drop.credential();
            case CredentialStep.AddCredential add -> "give " + add.login() + " its credential";
            case CredentialStep.TakeCredential take -> "take credential from " + take.login();
        };
    }

    static String of(KeyStep step) {
        return switch (step) {
            case KeyStep.OpenKey open -> "open key " + open.key();
            case KeyStep.DropKey drop -> "drop key " + drop.key();
            case KeyStep.CreateKeyLogin create -> "login " + create.login();
            case KeyStep.DropKeyLogin drop -> "drop login " + drop.login();
            case KeyStep.ReencryptDatabase rewrap -> "rewrap " + rewrap.database();
            case KeyStep.ReadKeyChain read -> "read " + read.key();
        };
    }

    static String of(BackupStep step) {
        return switch (step) {
            case BackupStep.AwaitLogBackup await -> "log backup of " + await.database();
            case BackupStep.BackUpLogFirst first -> "back up log of " + first.database();
            case BackupStep.BackUpAfterwards after -> "back up " + (after.log() ? "log of " : "") + after.database();
        };
    }

    static String of(VaultStep step) {
        return switch (step) {
            case VaultStep.CreateVaultKey create -> "make vault key " + create.name();
            case VaultStep.BackUpVaultKey backUp -> "back up vault key " + backUp.name();
            case VaultStep.TryVaultKey attempt ->
                "try vault key " + attempt.key().name();
        };
    }

    static String of(DirectoryStep step) {
        return switch (step) {
            case DirectoryStep.AddAppSecret add -> "further secret";
        };
    }
}
