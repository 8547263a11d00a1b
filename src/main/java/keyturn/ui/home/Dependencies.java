package keyturn.ui.home;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.KeyLogins;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.ui.parts.Words;

/** Follows each database to its key, login, credential and vault; each key once, however many databases it protects. */
final class Dependencies {

    private static final String NONE = "–";
    private final Inspection.Facts facts;
    private final Map<Thumbprint, Optional<AsymmetricKey>> keys = new HashMap<>();
    private final Map<AsymmetricKeyName, Optional<KeyLogin>> logins = new HashMap<>();
    private final Map<AsymmetricKeyName, String> vaultKeys = new HashMap<>();

    Dependencies(Inspection.Facts facts) {
        this.facts = facts;
    }

    List<DatabaseRow> rows() {
        return facts.databases().value().orElse(List.of()).stream()
                .map(this::row)
                .toList();
    }

    private DatabaseRow row(Database database) {
        Optional<EncryptionKey> dek = database.key().value().flatMap(key -> key);
        Optional<AsymmetricKey> key = dek.flatMap(found -> keys.computeIfAbsent(found.thumbprint(), this::key));
        Optional<KeyLogin> login = key.flatMap(found -> logins.computeIfAbsent(found.name(), this::login));
        Optional<Credential> credential = login.flatMap(KeyLogin::credential)
                .flatMap(name -> facts.credentials().value().orElse(List.of()).stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst());
        return new DatabaseRow(
                database.name().value(),
                database.state(),
                encryption(database.key()),
                key.map(found -> found.name().value())
                        .orElse(dek.map(this::unresolved).orElse(NONE)),
                login.map(Dependencies::login).orElse(key.map(this::noLogin).orElse(NONE)),
                login.flatMap(KeyLogin::credential).map(Object::toString).orElse(NONE),
                credential.map(Credential::identity).orElse(NONE),
                key.map(found -> vaultKeys.computeIfAbsent(found.name(), this::vaultKey))
                        .orElse(NONE),
                dek.isPresent(),
                ConcernedDatabases.isOpen(database));
    }

    /** None, or one that SQL Server does not show. */
    private String noLogin(AsymmetricKey key) {
        return KeyLogins.of(key.name(), facts).value().isPresent() ? NONE : Words.of("home.unknown");
    }

    private static String login(KeyLogin login) {
        return login.disabled()
                ? Words.of("home.login.disabled", login.name())
                : login.name().value();
    }

    private String vaultKey(AsymmetricKeyName key) {
        return VaultMatch.of(key, facts)
                .map(Shown::vaultKey)
                .orElse(facts.azure().isPresent() ? Words.of("home.unknown") : NONE);
    }

    private String unresolved(EncryptionKey dek) {
        return dek.protectorType() + " " + dek.thumbprint();
    }

    private Optional<AsymmetricKey> key(Thumbprint thumbprint) {
        return facts.asymmetricKeys().value().orElse(List.of()).stream()
                .filter(candidate -> candidate.thumbprint().equals(thumbprint))
                .findFirst();
    }

    private Optional<KeyLogin> login(AsymmetricKeyName key) {
        return KeyLogins.of(key, facts).value().orElse(List.of()).stream().findFirst();
    }

    private static String encryption(Fact<Optional<EncryptionKey>> key) {
        return switch (key) {
            case Fact.Known<Optional<EncryptionKey>> known ->
                known.content().map(dek -> Words.of("home.dek." + dek.state())).orElse(Words.of("home.dek.none"));
            case Fact.Unknown<Optional<EncryptionKey>> unknown -> unknown.why().text();
            case Fact.NotPermitted<Optional<EncryptionKey>> denied ->
                Words.of("home.needs", denied.permission().name());
        };
    }
}
