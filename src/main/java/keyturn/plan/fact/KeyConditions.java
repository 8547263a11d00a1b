package keyturn.plan.fact;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.domain.inspection.Scope;
import keyturn.plan.check.Blocks;
import keyturn.plan.flow.rotate.RotationSituation;
import keyturn.plan.step.KeyStep;

/** The true-after of the steps that give a database another key, asked of an inspection; pure. */
public final class KeyConditions {

    private static final int ENCRYPTED = 3;

    private KeyConditions() {}

    public static Holds holds(KeyStep step, Inspection seen) {
        return switch (step) {
            case KeyStep.CreateVaultKey create -> VaultKeys.made(seen, create);
            case KeyStep.BackUpVaultKey backUp -> new Holds.Unknown(Message.of("plan.found.backup", backUp.file()));
            case KeyStep.AddAppSecret add -> VaultKeys.added(seen, add);
            case KeyStep.TryVaultKey attempt -> new Holds.Unknown(Message.of("plan.found.tried", attempt.key()));
            case KeyStep.CreateCredential create -> credential(seen, create.credential(), create.identity());
            case KeyStep.DropCredential drop ->
                gone(seen.facts().credentials(), Credential::name, drop.credential(), "credential");
            case KeyStep.AddCredential add ->
                add.temporary()
                        ? callers(seen, add.login(), add.credential())
                        : mapped(seen, add.login(), add.credential());
            case KeyStep.TakeCredential take -> taken(seen, take);
            case KeyStep.OpenKey open -> opened(seen, open);
            case KeyStep.DropKey drop -> gone(seen.facts().asymmetricKeys(), AsymmetricKey::name, drop.key(), "key");
            case KeyStep.CreateKeyLogin create -> keyLogin(seen, create);
            case KeyStep.DropKeyLogin drop -> gone(seen.facts().keyLogins(), KeyLogin::name, drop.login(), "login");
            case KeyStep.RewrapDatabase rewrap -> rewrapped(seen, rewrap);
            case KeyStep.AwaitLogBackup await ->
                BackupConditions.logSince(seen, await.database(), Optional.of(await.since()));
            case KeyStep.BackUpLogFirst first -> BackupConditions.first(seen, first);
            case KeyStep.BackUpAfterwards after -> BackupConditions.afterwards(seen, after);
            case KeyStep.ReadKeyChain read -> chain(seen, read);
        };
    }

    static Scope scope(KeyStep step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create -> Scope.WHOLE;
            case KeyStep.BackUpVaultKey backUp -> Scope.SERVER;
            case KeyStep.AddAppSecret add -> Scope.WHOLE;
            case KeyStep.TryVaultKey attempt -> Scope.SERVER;
            case KeyStep.CreateCredential create -> Scope.SERVER;
            case KeyStep.AddCredential add -> Scope.SERVER;
            case KeyStep.TakeCredential take -> Scope.SERVER;
            case KeyStep.DropCredential drop -> Scope.SERVER;
            case KeyStep.OpenKey open -> Scope.WHOLE;
            case KeyStep.DropKey drop -> Scope.SERVER;
            case KeyStep.CreateKeyLogin create -> Scope.SERVER;
            case KeyStep.DropKeyLogin drop -> Scope.SERVER;
            case KeyStep.RewrapDatabase rewrap -> new Scope.OneDatabase(rewrap.database());
            case KeyStep.AwaitLogBackup await -> new Scope.OneDatabase(await.database(), true);
            case KeyStep.BackUpLogFirst first -> new Scope.OneDatabase(first.database(), true);
            case KeyStep.BackUpAfterwards after -> new Scope.OneDatabase(after.database(), true);
            case KeyStep.ReadKeyChain read -> Scope.SERVER;
        };
    }

    /** It changes the server, and not only looks or waits. */
    static boolean changes(KeyStep step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create -> true;
            case KeyStep.BackUpVaultKey backUp -> false;
            case KeyStep.AddAppSecret add -> true;
            case KeyStep.TryVaultKey attempt -> false;
            case KeyStep.CreateCredential create -> true;
            case KeyStep.AddCredential add -> true;
            case KeyStep.TakeCredential take -> true;
            case KeyStep.DropCredential drop -> true;
            case KeyStep.OpenKey open -> true;
            case KeyStep.DropKey drop -> true;
            case KeyStep.CreateKeyLogin create -> true;
            case KeyStep.DropKeyLogin drop -> true;
            case KeyStep.RewrapDatabase rewrap -> true;
            case KeyStep.AwaitLogBackup await -> false;
            case KeyStep.BackUpLogFirst first -> true;
            case KeyStep.BackUpAfterwards after -> true;
            case KeyStep.ReadKeyChain read -> false;
        };
    }

    /** A later step of the same plan does not take it back. */
    static boolean lasting(KeyStep step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create -> true;
            case KeyStep.BackUpVaultKey backUp -> true;
            case KeyStep.AddAppSecret add -> true;
            case KeyStep.TryVaultKey attempt -> true;
            case KeyStep.CreateCredential create -> !create.temporary();
            case KeyStep.AddCredential add -> !add.temporary();
            case KeyStep.DropCredential drop -> true;
            case KeyStep.TakeCredential take -> true;
            case KeyStep.OpenKey open -> true;
            case KeyStep.DropKey drop -> true;
            case KeyStep.CreateKeyLogin create -> true;
            case KeyStep.DropKeyLogin drop -> true;
            case KeyStep.RewrapDatabase rewrap -> true;
            case KeyStep.AwaitLogBackup await -> true;
            case KeyStep.BackUpLogFirst first -> true;
            case KeyStep.BackUpAfterwards after -> true;
            case KeyStep.ReadKeyChain read -> true;
        };
    }

    private static Holds credential(Inspection seen, CredentialName name, String identity) {
        return of(
                seen.facts().credentials(),
                rows -> rows.stream()
                        .filter(row -> row.name().equals(name))
                        .findFirst()
                        .<Holds>map(row -> row.identity().equals(identity)
                                ? new Holds.Yes(Message.of("plan.found.credential", name, identity))
                                : new Holds.No(Message.of("plan.found.credentialOther", name, row.identity())))
                        .orElseGet(() -> new Holds.No(Message.of("plan.found.credentialNone", name))));
    }

    private static <T, N> Holds gone(Fact<List<T>> fact, Function<T, N> name, N wanted, String what) {
        return of(
                fact,
                rows -> rows.stream().map(name).anyMatch(wanted::equals)
                        ? new Holds.No(Message.of("plan.found." + what + "There", wanted))
                        : new Holds.Yes(Message.of("plan.found." + what + "Gone", wanted)));
    }

    private static Holds callers(Inspection seen, LoginName login, CredentialName credential) {
        return of(
                seen.facts().around().keyholding().caller(),
                caller -> caller.login().equals(Optional.of(login)) && holds(caller, credential)
                        ? new Holds.Yes(Message.of("plan.found.mapped", login, credential))
                        : new Holds.No(Message.of("plan.found.notMapped", login, credential)));
    }

    private static boolean holds(Caller caller, CredentialName credential) {
        return caller.credentials().stream().anyMatch(row -> row.name().equals(credential));
    }

    private static Holds mapped(Inspection seen, LoginName login, CredentialName credential) {
        return of(
                seen.facts().keyLogins(),
                rows -> rows.stream()
                                .anyMatch(row -> row.name().equals(login)
                                        && row.credential().equals(Optional.of(credential)))
                        ? new Holds.Yes(Message.of("plan.found.mapped", login, credential))
                        : new Holds.No(Message.of("plan.found.notMapped", login, credential)));
    }

    /** Of the login of a key and of the login that looks alike. */
    private static Holds taken(Inspection seen, KeyStep.TakeCredential take) {
        boolean keyLogin = seen.facts().keyLogins().value().orElse(List.of()).stream()
                .anyMatch(row -> row.name().equals(take.login()));
        Holds there = keyLogin
                ? mapped(seen, take.login(), take.credential())
                : callers(seen, take.login(), take.credential());
        return switch (there) {
            case Holds.Yes yes -> new Holds.No(yes.found());
            case Holds.No no -> new Holds.Yes(no.found());
            case Holds.Unknown unknown -> unknown;
        };
    }

    /** Where nobody can look into the vault, that it is there is all that can be asked. */
    private static Holds opened(Inspection seen, KeyStep.OpenKey open) {
        return opened(seen, open.key()) instanceof Holds.Yes there
                ? switch (OpenedKey.of(seen, open)) {
                    case OpenedKey.Meant meant ->
                        new Holds.Yes(Message.of(
                                "plan.found.keyMeant", there.found().text(), KeyLines.vaultKey(meant.match())));
                    case OpenedKey.Other other -> new Holds.No(other.found());
                    case OpenedKey.Untold untold -> there;
                }
                : opened(seen, open.key());
    }

    private static Holds opened(Inspection seen, AsymmetricKeyName name) {
        return of(
                seen.facts().asymmetricKeys(),
                rows -> rows.stream()
                        .filter(row -> row.name().equals(name))
                        .findFirst()
                        .<Holds>map(row -> new Holds.Yes(Message.of("plan.found.key", name, row.thumbprint())))
                        .orElseGet(() -> new Holds.No(Message.of("plan.found.keyNone", name))));
    }

    private static Holds keyLogin(Inspection seen, KeyStep.CreateKeyLogin create) {
        return of(
                seen.facts().keyLogins(),
                rows -> rows.stream()
                                .anyMatch(row -> row.name().equals(create.login())
                                        && row.key().equals(create.key()))
                        ? new Holds.Yes(Message.of("plan.found.login", create.login(), create.key()))
                        : new Holds.No(Message.of("plan.found.loginNone", create.login(), create.key())));
    }

    private static Holds rewrapped(Inspection seen, KeyStep.RewrapDatabase rewrap) {
        Optional<AsymmetricKey> to = RotationSituation.key(seen, rewrap.to());
        return of(
                seen.facts().databases(),
                rows -> rows.stream()
                        .filter(row -> row.name().equals(rewrap.database()))
                        .findFirst()
                        .map(row -> rewrapped(row, rewrap, to))
                        .orElseGet(() -> new Holds.No(Message.of("plan.found.noDatabase", rewrap.database()))));
    }

    private static Holds rewrapped(Database row, KeyStep.RewrapDatabase rewrap, Optional<AsymmetricKey> to) {
        return of(row.key(), key -> {
            if (key.isEmpty()) {
                return new Holds.No(Message.of("plan.found.noDek", row.name()));
            }
            boolean wrapped = to.filter(one -> one.thumbprint().equals(key.get().thumbprint()))
                    .isPresent();
            Object[] found = {
                row.name(),
                key.get().thumbprint(),
                key.get().protectorType(),
                key.get().state(),
                rewrap.to()
            };
            if (!wrapped) {
                return new Holds.No(Message.of("plan.found.notWrapped", found));
            }
            return key.get().state() == ENCRYPTED
                    ? new Holds.Yes(Message.of("plan.found.wrapped", found))
                    : new Holds.Unknown(Message.of("plan.found.wrapping", found));
        });
    }

    private static Holds chain(Inspection seen, KeyStep.ReadKeyChain read) {
        return switch (opened(seen, read.key())) {
            case Holds.No no -> no;
            case Holds.Unknown unknown -> unknown;
            case Holds.Yes key ->
                switch (mapped(seen, read.login(), read.credential())) {
                    case Holds.No no -> no;
                    case Holds.Unknown unknown -> unknown;
                    case Holds.Yes yes ->
                        new Holds.Yes(Message.of(
                                "plan.found.chain", KeyLines.of(seen, read.key()), read.key(), read.login()));
                };
        };
    }

    private static <T> Holds of(Fact<T> fact, Function<T, Holds> answer) {
        return fact.value().map(answer).orElseGet(() -> new Holds.Unknown(Blocks.reason(fact)));
    }
}
