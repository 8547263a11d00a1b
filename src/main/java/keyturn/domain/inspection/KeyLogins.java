package keyturn.domain.inspection;

import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.KeyLogin;

/** Which login belongs to which asymmetric key: each login is made from one key, and no key has two logins. */
public final class KeyLogins {

    private KeyLogins() {}

    /**
     * The rows of the login made from that key: one for each credential that it carries, none where it has no login. Unknown
     * where SQL Server does not show it and one of the other logins could be it.
     */
    public static Fact<List<KeyLogin>> of(AsymmetricKeyName key, Inspection.Facts facts) {
        return switch (facts.keyLogins()) {
            case Fact.Known<List<KeyLogin>> known -> of(key, known);
            case Fact.Unknown<List<KeyLogin>> unknown -> unknown;
            case Fact.NotPermitted<List<KeyLogin>> denied -> denied;
        };
    }

    private static Fact<List<KeyLogin>> of(AsymmetricKeyName key, Fact.Known<List<KeyLogin>> known) {
        List<KeyLogin> own =
                known.content().stream().filter(row -> row.isOf(key)).toList();
        List<LoginName> candidates = unshown(known.content());
        return own.isEmpty() && !candidates.isEmpty()
                ? new Fact.Unknown<>(Message.of("domain.login.unshown", key, joined(candidates)))
                : new Fact.Known<>(own, known.how());
    }

    private static String joined(List<LoginName> names) {
        return String.join(", ", names.stream().map(LoginName::value).toList());
    }

    /** The logins whose key SQL Server does not show. */
    public static List<LoginName> unshown(List<KeyLogin> rows) {
        return rows.stream()
                .filter(row -> row.madeFrom().isEmpty())
                .map(KeyLogin::name)
                .distinct()
                .toList();
    }

    /** With the last login that has no key brought to the last key that has no login. */
    public static List<KeyLogin> completed(List<KeyLogin> rows, List<AsymmetricKey> keys) {
        List<LoginName> logins = unshown(rows);
        List<AsymmetricKeyName> free = keys.stream()
                .map(AsymmetricKey::name)
                .filter(key -> rows.stream().noneMatch(row -> row.isOf(key)))
                .toList();
        return logins.size() == 1 && free.size() == 1
                ? linked(rows, logins.getFirst(), new MadeFrom(free.getFirst(), MadeFrom.Link.ONLY_ONE))
                : rows;
    }

    /**
     * The same look, where that login counts as made from that key, as somebody says who knows; not where the key is not there, or
     * either is seen to belong elsewhere.
     */
    public static Inspection named(Inspection seen, AsymmetricKeyName key, LoginName login) {
        return seen.with(named(seen.facts(), key, login));
    }

    private static Inspection.Facts named(Inspection.Facts facts, AsymmetricKeyName key, LoginName login) {
        List<AsymmetricKey> keys = facts.asymmetricKeys().value().orElse(List.of());
        return switch (facts.keyLogins()) {
            case Fact.Known<List<KeyLogin>> known ->
                with(facts, new Fact.Known<>(named(known.content(), keys, key, login), known.how()));
            case Fact.Unknown<List<KeyLogin>> unknown -> facts;
            case Fact.NotPermitted<List<KeyLogin>> denied -> facts;
        };
    }

    private static Inspection.Facts with(Inspection.Facts facts, Fact<List<KeyLogin>> logins) {
        return new Inspection.Facts(
                facts.topology(),
                facts.ekm(),
                facts.providers(),
                facts.loadedModules(),
                facts.databases(),
                facts.asymmetricKeys(),
                facts.credentials(),
                logins,
                facts.dllFiles(),
                facts.permissions(),
                facts.startedAt(),
                facts.around(),
                facts.azure());
    }

    private static List<KeyLogin> named(
            List<KeyLogin> rows, List<AsymmetricKey> keys, AsymmetricKeyName key, LoginName login) {
        boolean there = keys.stream().anyMatch(row -> row.name().equals(key));
        boolean free = rows.stream().noneMatch(row -> row.isOf(key));
        return there && free ? completed(linked(rows, login, new MadeFrom(key, MadeFrom.Link.NAMED)), keys) : rows;
    }

    private static List<KeyLogin> linked(List<KeyLogin> rows, LoginName login, MadeFrom from) {
        return rows.stream()
                .map(row -> row.name().equals(login) && row.madeFrom().isEmpty()
                        ? new KeyLogin(row.name(), Optional.of(from), row.credential(), row.disabled())
                        : row)
                .toList();
    }
}
