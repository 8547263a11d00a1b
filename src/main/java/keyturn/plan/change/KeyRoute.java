package keyturn.plan.change;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.KeyLogins;

/**
 * The way from an asymmetric key of SQL Server to the key in the vault. What is empty is not known here.
 *
 * @param login that is made from the key
 * @param credential that the login is mapped to
 * @param vault as the credential names it
 */
public record KeyRoute(
        AsymmetricKeyName key,
        Optional<LoginName> login,
        Optional<CredentialName> credential,
        Optional<InVault> vaultKey,
        Optional<String> vault) {

    /**
     * A key in a vault.
     *
     * @param version empty: the one that is current when the key is opened
     */
    public record InVault(String name, Optional<String> version) {}

    /** A key of which nothing but the name is known. */
    public static KeyRoute of(AsymmetricKeyName key) {
        return new KeyRoute(key, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, with what a look at server and vault shows besides. */
    public KeyRoute seenIn(Inspection seen) {
        List<KeyLogin> rows = KeyLogins.of(key, seen.facts()).value().orElse(List.of());
        Optional<CredentialName> mapped = credential.or(
                () -> rows.stream().flatMap(row -> row.credential().stream()).findFirst());
        return new KeyRoute(
                key,
                login.or(() -> rows.stream().map(KeyLogin::name).findFirst()),
                mapped,
                vaultKey.or(() -> VaultMatch.of(key, seen.facts()).map(KeyRoute::shown)),
                vault.or(() -> mapped.stream()
                        .flatMap(name ->
                                credentials(seen).filter(row -> row.name().equals(name)))
                        .map(Credential::identity)
                        .findFirst()));
    }

    private static InVault shown(VaultMatch match) {
        return new InVault(match.key().name(), Optional.of(match.version().id()));
    }

    private static Stream<Credential> credentials(Inspection seen) {
        return seen.facts().credentials().value().orElse(List.of()).stream();
    }
}
