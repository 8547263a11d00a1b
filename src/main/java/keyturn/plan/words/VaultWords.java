package keyturn.plan.words;

import keyturn.plan.step.VaultStep;

/** The sentences of the steps in the vault. */
final class VaultWords {

    private VaultWords() {}

    static StepWords of(VaultStep step) {
        return switch (step) {
            case VaultStep.CreateVaultKey create ->
                StepWords.of(
                        create.operator() ? "operatorKey" : "createVaultKey",
                        "vaultKey",
                        create.name(),
                        create.vault(),
                        (create.hsm() ? "RSA-HSM " : "RSA ") + create.bits());
            case VaultStep.BackUpVaultKey backUp ->
                StepWords.of(
                        backUp.operator() ? "operatorBackup" : "backUpVaultKey",
                        "keyBackup",
                        backUp.name(),
                        backUp.vault(),
                        backUp.file());
            case VaultStep.TryVaultKey attempt ->
                StepWords.of(
                        attempt.times() > 1 ? "tryFreshSecret" : "tryVaultKey",
                        "tryKey",
                        attempt.key(),
                        attempt.vault(),
                        attempt.application(),
                        attempt.times());
        };
    }
}
