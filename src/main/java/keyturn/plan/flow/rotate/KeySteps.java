package keyturn.plan.flow.rotate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LocalPath;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.fact.Times;
import keyturn.plan.flow.rotate.RotateChoices.NewVaultKey;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.SpreadBound;
import keyturn.plan.step.Step;
import keyturn.plan.step.Step.About;
import keyturn.plan.step.Step.Risk;
import keyturn.plan.step.StepId;
import keyturn.plan.step.Undo;

/** Makes the steps that give a database another key, each with all that it can say of itself. */
record KeySteps(NodeName node, ProviderName provider) {

    private static final Permission ANY_CREDENTIAL = Permission.onServer("ALTER ANY CREDENTIAL");
    private static final Permission ANY_LOGIN = Permission.onServer("ALTER ANY LOGIN");

    private static final Duration CATALOG = Duration.ofSeconds(1);
    private static final Duration VAULT = Duration.ofSeconds(5);

    /** What was made in a vault is never deleted. */
    Step createVaultKey(StepId id, VaultAddress vault, KeyName name, NewVaultKey kind, boolean custodian) {
        About about = about(
                custodian ? "custodianKey" : "createVaultKey",
                "vaultKey",
                Optional.of(KeyRight.CREATE.on(vault)),
                none("plan.undo.vaultKey"),
                VAULT,
                name,
                vault,
                kind);
        return new KeyStep.CreateVaultKey(id, node, about, vault, name, kind.hsm(), kind.bits(), custodian);
    }

    /** A backup changes nothing but the disk it is written to. */
    Step backUpVaultKey(StepId id, VaultAddress vault, KeyName name, LocalPath file, boolean custodian) {
        About about = about(
                custodian ? "custodianBackup" : "backUpVaultKey",
                "keyBackup",
                Risk.READS,
                Optional.of(KeyRight.BACKUP.on(vault)),
                none("plan.undo.keyBackup"),
                VAULT,
                name,
                vault,
                file);
        return new KeyStep.BackUpVaultKey(id, node, about, vault, name, file, custodian);
    }

    Step addAppSecret(StepId id, ClientId application, String name, Instant expires, boolean colleague) {
        About about = about(
                colleague ? "colleagueSecret" : "addAppSecret",
                "appSecret",
                Optional.of(new Permission("Application.ReadWrite.OwnedBy", application.value())),
                none("plan.undo.appSecret"),
                VAULT,
                name,
                application,
                Times.seconds(expires));
        return new KeyStep.AddAppSecret(id, node, about, application, name, expires, colleague);
    }

    /** @param fresh the secret was just made: it is tried several times in a row */
    Step tryVaultKey(StepId id, VaultAddress vault, KeyReference key, ClientId application, boolean fresh) {
        int times = fresh ? SpreadBound.IN_A_ROW : 1;
        About about = reads(
                fresh ? "tryFreshSecret" : "tryVaultKey", "tryKey", Optional.empty(), key, vault, application, times);
        return new KeyStep.TryVaultKey(id, node, about, vault, key, application, times);
    }

    Step createCredential(StepId id, CredentialName name, String identity, ClientId application, boolean temporary) {
        About about = about(
                temporary ? "temporaryCredential" : "createCredential",
                "credential",
                Optional.of(ANY_CREDENTIAL),
                temporary ? none("plan.undo.temporary") : made(),
                CATALOG,
                name,
                identity,
                application);
        return new KeyStep.CreateCredential(id, node, about, name, identity, application, provider, temporary);
    }

    Step addCredential(StepId id, LoginName login, CredentialName credential, boolean temporary) {
        About about = about(
                temporary ? "temporaryMapping" : "addCredential",
                "mapping",
                Optional.of(ANY_LOGIN),
                temporary ? none("plan.undo.temporary") : made(),
                CATALOG,
                login,
                credential);
        return new KeyStep.AddCredential(id, node, about, login, credential, temporary);
    }

    Step takeCredential(StepId id, LoginName login, CredentialName credential) {
        About about = about(
                "takeCredential",
                "mapping",
                Optional.of(ANY_LOGIN),
                none("plan.undo.taken"),
                CATALOG,
                login,
                credential);
        return new KeyStep.TakeCredential(id, node, about, login, credential);
    }

    Step dropCredential(StepId id, CredentialName credential) {
        About about = about(
                "dropCredential",
                "credential",
                Optional.of(ANY_CREDENTIAL),
                none("plan.undo.taken"),
                CATALOG,
                credential);
        return new KeyStep.DropCredential(id, node, about, credential);
    }

    /** @param version that the bare name stands for; empty: nobody knows */
    Step openKey(StepId id, AsymmetricKeyName key, KeyReference vaultKey, String vault, Optional<String> version) {
        About about = about(
                "openKey",
                "openKey",
                Optional.of(Permission.CONTROL_SERVER),
                made(),
                VAULT,
                key,
                vaultKey,
                vault,
                version.or(vaultKey::version)
                        .map(id32 -> Message.of("plan.step.openKey.version", vaultKey.name(), id32)
                                .text())
                        .orElse(Message.of("plan.step.openKey.newest", vaultKey.name())
                                .text()));
        return new KeyStep.OpenKey(id, node, about, key, provider, vaultKey, version);
    }

    Step dropKey(StepId id, AsymmetricKeyName key) {
        About about = about(
                "dropKey", "openKey", Optional.of(Permission.CONTROL_SERVER), none("plan.undo.isUndo"), CATALOG, key);
        return new KeyStep.DropKey(id, node, about, key);
    }

    Step createLogin(StepId id, LoginName login, AsymmetricKeyName key) {
        About about = about("createKeyLogin", "keyLogin", Optional.of(ANY_LOGIN), made(), CATALOG, login, key);
        return new KeyStep.CreateKeyLogin(id, node, about, login, key);
    }

    Step dropLogin(StepId id, LoginName login) {
        About about =
                about("dropKeyLogin", "keyLogin", Optional.of(ANY_LOGIN), none("plan.undo.isUndo"), CATALOG, login);
        return new KeyStep.DropKeyLogin(id, node, about, login);
    }

    /** With the way back to the old key. */
    Step rewrap(StepId id, DatabaseName database, AsymmetricKeyName from, AsymmetricKeyName to) {
        Step back = rewrapBack(new StepId(1), database, to, from);
        return rewrap(id, "rewrap", new Undo.BySteps(java.util.List.of(back)), database, from, to);
    }

    Step rewrapBack(StepId id, DatabaseName database, AsymmetricKeyName from, AsymmetricKeyName to) {
        return rewrap(id, "rewrapBack", none("plan.undo.isUndo"), database, from, to);
    }

    private Step rewrap(
            StepId id, String words, Undo undo, DatabaseName database, AsymmetricKeyName from, AsymmetricKeyName to) {
        Permission needed = new Permission("CONTROL", database.value());
        About about = about(words, "rewrap", Optional.of(needed), undo, VAULT, database, from, to);
        return new KeyStep.RewrapDatabase(id, node, about, database, from, to);
    }

    Step awaitLogBackup(StepId id, DatabaseName database, Instant since) {
        About about = reads("awaitLogBackup", "rewrap", Optional.empty(), database, Times.seconds(since));
        return new KeyStep.AwaitLogBackup(id, node, about, database, since);
    }

    Step readChain(StepId id, AsymmetricKeyName key, LoginName login, CredentialName credential) {
        About about = reads("readChain", "chain", Optional.empty(), key, login, credential);
        return new KeyStep.ReadKeyChain(id, node, about, key, login, credential);
    }

    private static About reads(String words, String source, Optional<Permission> needed, Object... arguments) {
        return about(words, source, Risk.READS, needed, none("plan.undo.reads"), CATALOG, arguments);
    }

    private static About about(
            String words,
            String source,
            Optional<Permission> needed,
            Undo undo,
            Duration expected,
            Object... arguments) {
        return about(words, source, Risk.REVERSIBLE, needed, undo, expected, arguments);
    }

    private static About about(
            String words,
            String source,
            Risk risk,
            Optional<Permission> needed,
            Undo undo,
            Duration expected,
            Object... arguments) {
        String key = "plan.step." + words;
        return new About(
                Message.of(key + ".title", arguments),
                Message.of(key + ".why", arguments),
                Message.of("plan.source." + source),
                Message.of(key + ".trueAfter", arguments),
                risk,
                needed,
                undo,
                expected,
                false);
    }

    /** What the run itself makes may go only while nothing was ever wrapped with it: a run's own way back knows that. */
    private static Undo made() {
        return new Undo.ByHand(Message.of("plan.undo.made"));
    }

    private static Undo none(String because) {
        return new Undo.None(Message.of(because));
    }
}
