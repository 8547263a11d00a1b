package keyturn.plan.due;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.KeyedDatabase;
import keyturn.plan.depend.PartId;

/** What uses a credential on its server: logins, their keys, and the databases that these protect. */
public record SecretUsers(List<LoginName> logins, List<AsymmetricKeyName> keys, List<DatabaseName> databases) {

    public SecretUsers {
        logins = List.copyOf(logins);
        keys = List.copyOf(keys);
        databases = List.copyOf(databases);
    }

    static SecretUsers of(CredentialName credential, DependencyGraph graph) {
        PartId part = new PartId.OfCredential(credential);
        List<List<PartId>> rows =
                graph.rows().stream().filter(row -> row.contains(part)).toList();
        Set<LoginName> logins = each(rows, SecretUsers::login);
        Set<AsymmetricKeyName> keys = each(rows, SecretUsers::key);
        List<DatabaseName> databases = keys.stream()
                .flatMap(key -> graph.databases(new PartId.OfKey(key)).stream())
                .map(KeyedDatabase::name)
                .toList();
        return new SecretUsers(List.copyOf(logins), List.copyOf(keys), databases);
    }

    private static <T> Set<T> each(List<List<PartId>> rows, Function<PartId, Stream<T>> what) {
        Set<T> found = new LinkedHashSet<>();
        rows.forEach(row -> row.stream().flatMap(what).forEach(found::add));
        return found;
    }

    private static Stream<LoginName> login(PartId part) {
        return switch (part) {
            case PartId.OfLogin login -> Stream.of(login.name());
            case PartId.OfProvider other -> Stream.empty();
            case PartId.OfKey other -> Stream.empty();
            case PartId.OfMissingKey other -> Stream.empty();
            case PartId.OfCredential other -> Stream.empty();
            case PartId.OfVault other -> Stream.empty();
            case PartId.OfVaultKey other -> Stream.empty();
            case PartId.Others other -> Stream.empty();
            case PartId.Unseen other -> Stream.empty();
            case PartId.OfDatabase other -> Stream.empty();
            case PartId.DatabasesOf other -> Stream.empty();
        };
    }

    private static Stream<AsymmetricKeyName> key(PartId part) {
        return switch (part) {
            case PartId.OfKey key -> Stream.of(key.name());
            case PartId.OfProvider other -> Stream.empty();
            case PartId.OfLogin other -> Stream.empty();
            case PartId.OfMissingKey other -> Stream.empty();
            case PartId.OfCredential other -> Stream.empty();
            case PartId.OfVault other -> Stream.empty();
            case PartId.OfVaultKey other -> Stream.empty();
            case PartId.Others other -> Stream.empty();
            case PartId.Unseen other -> Stream.empty();
            case PartId.OfDatabase other -> Stream.empty();
            case PartId.DatabasesOf other -> Stream.empty();
        };
    }
}
