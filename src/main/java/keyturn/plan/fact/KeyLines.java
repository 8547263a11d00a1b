package keyturn.plan.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.Message;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.KeyLogins;
import keyturn.domain.inspection.Keyholding;

/** What hangs on a key, one line a database: database, key, login, credential, vault key and version, and when it was opened. */
public final class KeyLines {

    /** A look at ten thousand databases fills no sentence. */
    private static final int SHOWN = 20;

    private KeyLines() {}

    static String of(Inspection seen, AsymmetricKeyName name) {
        List<Database> wrapped = ServerKeys.named(seen, name).stream()
                .flatMap(key -> seen.facts().databases().value().orElse(List.of()).stream()
                        .filter(row -> ServerKeys.isProtectedBy(row, key)))
                .toList();
        String lines =
                wrapped.stream().limit(SHOWN).map(row -> line(seen, row, name)).collect(Collectors.joining("; "));
        return wrapped.isEmpty()
                ? Message.of("plan.found.chainNone", name).text()
                : lines + (wrapped.size() > SHOWN ? "; …" : "");
    }

    private static String line(Inspection seen, Database row, AsymmetricKeyName key) {
        Optional<Inspection.KeyLogin> login = KeyLogins.of(key, seen.facts()).value().orElse(List.of()).stream()
                .findFirst();
        Optional<CredentialName> credential = login.flatMap(Inspection.KeyLogin::credential);
        String vault = credential
                .flatMap(name -> seen.facts().credentials().value().orElse(List.of()).stream()
                        .filter(one -> one.name().equals(name))
                        .map(Credential::identity)
                        .findFirst())
                .orElse("?");
        return Message.of(
                        "plan.found.chainLine",
                        row.name(),
                        key,
                        login.map(one -> one.name().value()).orElse("?"),
                        credential.map(CredentialName::value).orElse("?"),
                        VaultMatch.of(key, seen.facts())
                                .map(KeyLines::vaultKey)
                                .orElse(Message.of("plan.found.chainVault", vault)
                                        .text()),
                        opened(seen, row))
                .text();
    }

    /** Name, version and vault. */
    public static String vaultKey(VaultMatch match) {
        return Message.of(
                        "plan.found.vaultVersion",
                        match.key().name(),
                        match.version().id(),
                        match.vault().address().name())
                .text();
    }

    private static String opened(Inspection seen, Database row) {
        return seen.facts().around().keyholding().changes().value().orElse(List.of()).stream()
                .filter(change -> change.database().equals(row.name()))
                .findFirst()
                .map(KeyLines::opened)
                .orElse(Message.of("plan.found.openedUnseen"))
                .text();
    }

    /** What was opened before its encryption key was re-encrypted was opened by the key of before. */
    private static Message opened(Keyholding.KeyChange change) {
        return change.opened()
                .map(at -> at.isBefore(change.changed())
                        ? Message.of("plan.found.openedBefore", Times.seconds(at), Times.seconds(change.changed()))
                        : Message.of("plan.found.openedAt", Times.seconds(at)))
                .orElse(Message.of("plan.found.openedUnseen"));
    }
}
