package keyturn.plan.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.domain.inspection.KeyLogins;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.domain.inspection.Keyholding.NameInUse;

/** Conditions about keys, logins and credentials, asked of an inspection; pure. */
record SeenKeys(Inspection seen) {

    /** {@code encryption_state}: TDE is off or on, and nothing is under way. */
    private static final Set<Integer> SETTLED = Set.of(1, 3);

    Holds taken(Condition.NameTaken taken) {
        String words = taken.kind().name().toLowerCase(Locale.ROOT);
        return SeenConditions.of(
                seen.facts().around().keyholding().names(),
                rows -> presence(rows.contains(new NameInUse(taken.kind(), taken.name())), words, taken.name()));
    }

    Holds credentialThere(CredentialName name) {
        return there(seen.facts().credentials(), Credential::name, name, "credential");
    }

    Holds keyThere(AsymmetricKeyName name) {
        return there(seen.facts().asymmetricKeys(), AsymmetricKey::name, name, "key");
    }

    Holds keyLoginThere(LoginName name) {
        return there(seen.facts().keyLogins(), KeyLogin::name, name, "login");
    }

    private static <T, N> Holds there(Fact<List<T>> fact, Function<T, N> name, N wanted, String what) {
        return SeenConditions.of(
                fact, rows -> presence(rows.stream().map(name).anyMatch(wanted::equals), what, wanted));
    }

    private static Holds presence(boolean there, String what, Object name) {
        return there
                ? new Holds.Yes(Message.of("plan.found." + what + "There", name))
                : new Holds.No(Message.of("plan.found." + what + "Gone", name));
    }

    Holds credentialNames(Condition.CredentialNames names) {
        CredentialName name = names.credential();
        return SeenConditions.of(
                seen.facts().credentials(),
                rows -> rows.stream()
                        .filter(row -> row.name().equals(name))
                        .findFirst()
                        .map(row -> credential(row, names))
                        .orElseGet(() -> new Holds.No(Message.of("plan.found.credentialNone", name))));
    }

    private Holds credential(Credential row, Condition.CredentialNames wanted) {
        if (!row.identity().equals(wanted.identity())) {
            return new Holds.No(Message.of("plan.found.credentialOther", row.name(), row.identity()));
        }
        return SeenConditions.of(
                seen.facts().providers(),
                rows -> rows.stream()
                                .anyMatch(one -> one.id() == row.providerId()
                                        && one.name().equals(wanted.provider()))
                        ? new Holds.Yes(Message.of("plan.found.credential", row.name(), row.identity()))
                        : new Holds.No(Message.of("plan.found.credentialElsewhere", row.name(), wanted.provider())));
    }

    Holds keyLoginMade(Condition.KeyLoginMade made) {
        return SeenConditions.of(
                seen.facts().keyLogins(),
                rows -> rows.stream().anyMatch(row -> row.name().equals(made.login()) && row.isOf(made.key()))
                        ? new Holds.Yes(Message.of("plan.found.login", made.login(), made.key()))
                        : unshown(rows, made));
    }

    /** Where SQL Server shows no link, the names are all there is to see; it re-encrypts with no key that has no login (33121). */
    private Holds unshown(List<KeyLogin> rows, Condition.KeyLoginMade made) {
        boolean named = KeyLogins.unshown(rows).contains(made.login())
                && rows.stream().noneMatch(row -> row.isOf(made.key()))
                && ServerKeys.named(seen, made.key()).isPresent();
        return named
                ? new Holds.Yes(Message.of("plan.found.loginUnshown", made.login(), made.key()))
                : new Holds.No(Message.of("plan.found.loginNone", made.login(), made.key()));
    }

    /** Of a login of a key, or of the login that looks. */
    Holds mapped(LoginName login, CredentialName credential) {
        return SeenConditions.of(
                seen.facts().keyLogins(),
                rows -> rows.stream().anyMatch(row -> row.name().equals(login))
                        ? mapped(
                                rows.stream()
                                        .anyMatch(row -> row.name().equals(login)
                                                && row.credential().equals(Optional.of(credential))),
                                login,
                                credential)
                        : SeenConditions.of(
                                seen.facts().around().keyholding().caller(),
                                caller -> mapped(
                                        caller.login().equals(Optional.of(login)) && holds(caller, credential),
                                        login,
                                        credential)));
    }

    private static Holds mapped(boolean so, LoginName login, CredentialName credential) {
        return so
                ? new Holds.Yes(Message.of("plan.found.mapped", login, credential))
                : new Holds.No(Message.of("plan.found.notMapped", login, credential));
    }

    private static boolean holds(Caller caller, CredentialName credential) {
        return caller.credentials().stream().anyMatch(row -> row.name().equals(credential));
    }

    /** Where nobody can look into the vault, that it is there is all that can be asked. */
    Holds opened(Condition.KeyOpened opened) {
        return switch (ofProvider(opened)) {
            case Holds.No no -> no;
            case Holds.Unknown unknown -> unknown;
            case Holds.Yes there ->
                switch (OpenedKey.of(seen, opened)) {
                    case OpenedKey.Meant meant ->
                        new Holds.Yes(Message.of(
                                "plan.found.keyMeant", there.found().text(), KeyLines.vaultKey(meant.match())));
                    case OpenedKey.Other other -> new Holds.No(other.found());
                    case OpenedKey.Unknown unknown -> there;
                };
        };
    }

    private Holds ofProvider(Condition.KeyOpened opened) {
        return SeenConditions.of(
                seen.facts().asymmetricKeys(),
                keys -> ServerKeys.named(seen, opened.key())
                        .map(key -> OpenedKey.otherThumbprint(key, opened)
                                .<Holds>map(Holds.No::new)
                                .orElseGet(() -> ofProvider(key, opened)))
                        .orElseGet(() -> new Holds.No(Message.of("plan.found.keyNone", opened.key()))));
    }

    private Holds ofProvider(AsymmetricKey key, Condition.KeyOpened opened) {
        return SeenConditions.of(
                seen.facts().providers(),
                rows -> rows.stream().anyMatch(row -> of(row, key) && row.name().equals(opened.provider()))
                        ? new Holds.Yes(Message.of("plan.found.key", key.name(), key.thumbprint()))
                        : new Holds.No(Message.of("plan.found.keyElsewhere", key.name(), opened.provider())));
    }

    private static boolean of(Provider row, AsymmetricKey key) {
        return row.guid().equalsIgnoreCase(key.providerGuid());
    }

    Holds used(AsymmetricKeyName name) {
        Message unused = Message.of("plan.found.keyUnused", name);
        return SeenConditions.of(
                seen.facts().asymmetricKeys(),
                keys -> ServerKeys.named(seen, name)
                        .map(key -> SeenConditions.of(seen.facts().databases(), rows -> used(rows, key, unused)))
                        .orElseGet(() -> new Holds.No(unused)));
    }

    private static Holds used(List<Database> rows, AsymmetricKey key, Message unused) {
        return rows.stream()
                .filter(row -> ServerKeys.isProtectedBy(row, key))
                .findFirst()
                .<Holds>map(row -> new Holds.Yes(Message.of("plan.found.keyUsed", key.name(), row.name())))
                .orElseGet(() -> new Holds.No(unused));
    }

    Holds protectedBy(DatabaseName database, AsymmetricKeyName name) {
        return ofKey(
                database,
                key -> by(key, name)
                        ? new Holds.Yes(found("plan.found.protectedBy", database, key, name))
                        : new Holds.No(found("plan.found.notProtected", database, key, name)));
    }

    Holds reencrypted(DatabaseName database, AsymmetricKeyName name) {
        return ofKey(database, key -> {
            if (!by(key, name)) {
                return new Holds.No(found("plan.found.notProtected", database, key, name));
            }
            return SETTLED.contains(key.state())
                    ? new Holds.Yes(found("plan.found.wrapped", database, key, name))
                    : new Holds.Unknown(found("plan.found.wrapping", database, key, name));
        });
    }

    private Holds ofKey(DatabaseName database, Function<EncryptionKey, Holds> answer) {
        return SeenConditions.ofDatabase(
                seen,
                database,
                row -> SeenConditions.of(
                        row.key(),
                        key -> key.map(answer)
                                .orElseGet(() -> new Holds.No(Message.of("plan.found.noDek", database)))));
    }

    private boolean by(EncryptionKey dek, AsymmetricKeyName name) {
        return ServerKeys.named(seen, name)
                .filter(key -> key.thumbprint().equals(dek.thumbprint()))
                .isPresent();
    }

    private static Message found(String words, DatabaseName database, EncryptionKey dek, AsymmetricKeyName name) {
        return Message.of(words, database, dek.thumbprint(), dek.protectorType(), dek.state(), name);
    }

    Holds chain(Condition.KeyChain chain) {
        return firstThatFails(
                new Holds.Yes(
                        Message.of("plan.found.chain", KeyLines.of(seen, chain.key()), chain.key(), chain.login())),
                keyThere(chain.key()),
                keyLoginMade(new Condition.KeyLoginMade(chain.login(), chain.key())),
                mapped(chain.login(), chain.credential()),
                loginEnabled(chain.login()),
                providerEnabled(chain.key()));
    }

    private Holds loginEnabled(LoginName login) {
        return SeenConditions.of(
                seen.facts().keyLogins(),
                rows -> rows.stream().anyMatch(row -> row.name().equals(login) && row.disabled())
                        ? new Holds.No(Message.of("plan.found.loginDisabled", login))
                        : new Holds.Yes(Message.of("plan.found.loginThere", login)));
    }

    private Holds providerEnabled(AsymmetricKeyName name) {
        return SeenConditions.of(
                seen.facts().providers(),
                rows -> rows.stream()
                        .filter(row -> ServerKeys.named(seen, name)
                                .filter(key -> key.providerGuid().equalsIgnoreCase(row.guid()))
                                .isPresent())
                        .filter(Inspection.Provider::enabled)
                        .findFirst()
                        .<Holds>map(row -> new Holds.Yes(Message.of("plan.found.providerEnabled", row.name())))
                        .orElseGet(() -> new Holds.No(Message.of("plan.found.keyProviderDisabled", name))));
    }

    private static Holds firstThatFails(Holds all, Holds... needed) {
        return List.of(needed).stream()
                .filter(one -> switch (one) {
                    case Holds.Yes yes -> false;
                    case Holds.No no -> true;
                    case Holds.Unknown unknown -> true;
                })
                .findFirst()
                .orElse(all);
    }
}
