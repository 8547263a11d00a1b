package keyturn.plan.flow.rotate;

import java.time.Instant;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LocalPath;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.flow.rotate.RotateChoices.NewVaultKey;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.SpreadBound;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.VaultStep;

/** Makes the steps that give a database another key, on one server with one provider. */
record KeySteps(NodeName node, ProviderName provider) {

    Step createVaultKey(StepId id, VaultAddress vault, KeyName name, NewVaultKey kind, boolean operator) {
        return new VaultStep.CreateVaultKey(id, node, vault, name, kind.hsm(), kind.bits(), operator);
    }

    Step backUpVaultKey(StepId id, VaultAddress vault, KeyName name, LocalPath file, boolean operator) {
        return new VaultStep.BackUpVaultKey(id, node, vault, name, file, operator);
    }

    Step addAppSecret(StepId id, ClientId application, String name, Instant expires, boolean operator) {
        return new DirectoryStep.AddAppSecret(id, node, application, name, expires, operator);
    }

    /** @param fresh the secret was just made: it is tried several times in a row */
    Step tryVaultKey(StepId id, VaultAddress vault, KeyReference key, ClientId application, boolean fresh) {
        int times = fresh ? SpreadBound.IN_A_ROW : 1;
        return new VaultStep.TryVaultKey(id, node, vault, key, application, times);
    }

    Step createCredential(StepId id, CredentialName name, String identity, ClientId application, boolean temporary) {
        return new CredentialStep.CreateCredential(id, node, name, identity, application, provider, temporary);
    }

    Step addCredential(StepId id, LoginName login, CredentialName credential, boolean temporary) {
        return new CredentialStep.AddCredential(id, node, login, credential, temporary);
    }

    Step takeCredential(StepId id, LoginName login, CredentialName credential) {
        return new CredentialStep.TakeCredential(id, node, login, credential);
    }

    Step dropCredential(StepId id, CredentialName credential) {
        return new CredentialStep.DropCredential(id, node, credential);
    }

    /** @param version that the bare name stands for; empty: nobody knows */
    Step openKey(StepId id, AsymmetricKeyName key, KeyReference vaultKey, String vault, Optional<String> version) {
        return new KeyStep.OpenKey(id, node, key, provider, vault, vaultKey, version);
    }

    Step dropKey(StepId id, AsymmetricKeyName key) {
        return new KeyStep.DropKey(id, node, key);
    }

    Step createLogin(StepId id, LoginName login, AsymmetricKeyName key) {
        return new KeyStep.CreateKeyLogin(id, node, login, key);
    }

    Step dropLogin(StepId id, LoginName login) {
        return new KeyStep.DropKeyLogin(id, node, login);
    }

    Step reencrypt(StepId id, DatabaseName database, AsymmetricKeyName from, AsymmetricKeyName to) {
        return new KeyStep.ReencryptDatabase(id, node, database, from, to, false);
    }

    Step reencryptBack(StepId id, DatabaseName database, AsymmetricKeyName from, AsymmetricKeyName to) {
        return new KeyStep.ReencryptDatabase(id, node, database, from, to, true);
    }

    Step awaitLogBackup(StepId id, DatabaseName database, Instant since) {
        return new BackupStep.AwaitLogBackup(id, node, database, since);
    }

    Step readChain(StepId id, AsymmetricKeyName key, LoginName login, CredentialName credential) {
        return new KeyStep.ReadKeyChain(id, node, key, login, credential);
    }
}
