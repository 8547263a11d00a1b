package keyturn.plan.step;

import java.util.Optional;
import keyturn.domain.NodeName;

/**
 * One thing to do, or to look at: data alone. Steps do not render, run or verify themselves; switches without {@code default}
 * over each family do, so that a new kind makes the compiler list every place that must answer. What everybody needs to know
 * of a step is its {@link Conduct}; its sentences are made whenever they are shown.
 */
public sealed interface Step
        permits ProviderStep,
                TestStep,
                CredentialStep,
                KeyStep,
                BackupStep,
                VaultStep,
                DirectoryStep,
                RecoveryStep,
                SecretStep,
                ReopenStep,
                SetupStep,
                HostStep {

    StepId id();

    NodeName node();

    /** Of which family it is, for those who look for a kind of step by name; what it does, its conduct says. */
    default Optional<ProviderStep> asProvider() {
        return Optional.empty();
    }

    default Optional<TestStep> asTest() {
        return Optional.empty();
    }

    default Optional<CredentialStep> asCredential() {
        return Optional.empty();
    }

    default Optional<KeyStep> asKey() {
        return Optional.empty();
    }

    default Optional<BackupStep> asBackup() {
        return Optional.empty();
    }

    default Optional<VaultStep> asVault() {
        return Optional.empty();
    }

    default Optional<DirectoryStep> asDirectory() {
        return Optional.empty();
    }

    default Optional<RecoveryStep> asRecovery() {
        return Optional.empty();
    }

    default Optional<SecretStep> asSecret() {
        return Optional.empty();
    }

    default Optional<SetupStep> asSetup() {
        return Optional.empty();
    }

    default Optional<ReopenStep> asReopen() {
        return Optional.empty();
    }

    default Optional<HostStep> asHost() {
        return Optional.empty();
    }
}
