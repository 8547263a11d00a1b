package keyturn.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.KeyLogins;

/**
 * What a database hangs on: its key's protector in master, the login made from that, the login's credential, the vault.
 * Known and empty: there is none; where a link cannot be seen, all after it cannot either.
 *
 * @param vault the credential's identity, or its name where the identity is {@code Managed Identity}
 */
public record KeyChain(
        Fact<Optional<AsymmetricKeyName>> asymmetricKey,
        Fact<Optional<LoginName>> login,
        Fact<Optional<CredentialName>> credential,
        Fact<Optional<String>> vault) {

    private static final String HOW = "thumbprint, login of the key and credential mapping";

    public static KeyChain of(Database database, Inspection.Facts facts) {
        Fact<Optional<AsymmetricKeyName>> key = asymmetricKey(database, facts);
        var logins = then(key, found -> loginsOf(found, facts));
        Fact<Optional<LoginName>> login = then(logins, rows -> first(rows, row -> Optional.of(row.name())));
        Fact<Optional<CredentialName>> credential = then(logins, rows -> first(rows, Inspection.KeyLogin::credential));
        return new KeyChain(key, login, credential, then(credential, found -> vaultOf(found, facts)));
    }

    private static Fact<Optional<AsymmetricKeyName>> asymmetricKey(Database database, Inspection.Facts facts) {
        return then(database.key(), key -> {
            if (key.isEmpty() || !CatalogWords.isByAsymmetricKey(key.get())) {
                return known(Optional.empty());
            }
            return then(
                    facts.asymmetricKeys(),
                    rows -> known(rows.stream()
                            .filter(row -> row.thumbprint().equals(key.get().thumbprint()))
                            .map(Inspection.AsymmetricKey::name)
                            .findFirst()));
        });
    }

    private static Fact<List<Inspection.KeyLogin>> loginsOf(Optional<AsymmetricKeyName> key, Inspection.Facts facts) {
        return key.map(name -> KeyLogins.of(name, facts)).orElse(known(List.of()));
    }

    private static Fact<Optional<String>> vaultOf(Optional<CredentialName> credential, Inspection.Facts facts) {
        if (credential.isEmpty()) {
            return known(Optional.empty());
        }
        return then(
                facts.credentials(),
                rows -> known(rows.stream()
                        .filter(row -> row.name().equals(credential.get()))
                        .map(row -> CatalogWords.isManagedIdentity(row.identity())
                                ? row.name().value()
                                : row.identity())
                        .findFirst()));
    }

    private static <R, T> Fact<Optional<T>> first(List<R> rows, Function<R, Optional<T>> of) {
        return known(rows.stream().map(of).flatMap(Optional::stream).findFirst());
    }

    private static <T> Fact<T> known(T value) {
        return new Fact.Known<>(value, HOW);
    }

    private static <A, B> Fact<B> then(Fact<A> fact, Function<A, Fact<B>> next) {
        return switch (fact) {
            case Fact.Known<A> known -> next.apply(known.content());
            case Fact.Unknown<A> unknown -> new Fact.Unknown<>(unknown.why());
            case Fact.NotPermitted<A> denied -> new Fact.NotPermitted<>(denied.permission());
        };
    }
}
