package keyturn.script;

import keyturn.plan.step.KeyStep;

/** What a file for one step is called. */
final class KeyWords {

    private KeyWords() {}

    static String of(KeyStep step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create -> "make vault key " + create.name();
            case KeyStep.BackUpVaultKey backUp -> "back up vault key " + backUp.name();
            case KeyStep.AddAppSecret add -> "further secret";
            case KeyStep.TryVaultKey attempt -> "try vault key " + attempt.key().name();
            case KeyStep.CreateCredential create -> "credential " + create.credential();
            case KeyStep.DropCredential drop -> "drop credential " + drop.credential();
            case KeyStep.AddCredential add -> "give " + add.login() + " its credential";
            case KeyStep.TakeCredential take -> "take credential from " + take.login();
            case KeyStep.OpenKey open -> "open key " + open.key();
            case KeyStep.DropKey drop -> "drop key " + drop.key();
            case KeyStep.CreateKeyLogin create -> "login " + create.login();
            case KeyStep.DropKeyLogin drop -> "drop login " + drop.login();
            case KeyStep.RewrapDatabase rewrap -> "rewrap " + rewrap.database();
            case KeyStep.AwaitLogBackup await -> "log backup of " + await.database();
            case KeyStep.BackUpLogFirst first -> "back up log of " + first.database();
            case KeyStep.BackUpAfterwards after -> "back up " + (after.log() ? "log of " : "") + after.database();
            case KeyStep.ReadKeyChain read -> "read " + read.key();
        };
    }
}
