package keyturn.plan.flow.rotate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.KeyLogins;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.domain.inspection.MadeFrom;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.LoadedBuild;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.flow.Situation;

/** What may be chosen for a rotation: keys that wrap databases, the databases of a key, names that are free. */
public record RotationOffer(Inspection seen, Instant now) {

    private static final int SYSNAME = 128;
    private static final int KEY_NAME = 26;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Keys of this provider that wrap an open database, in the order of the catalog. */
    public static List<AsymmetricKeyName> wrapping(Inspection seen, ProviderName provider) {
        return Situation.row(seen, provider).stream()
                .flatMap(row -> keys(seen).filter(key -> key.providerGuid().equalsIgnoreCase(row.guid())))
                .filter(key -> open(seen).anyMatch(database -> ServerKeys.isProtectedBy(database, key)))
                .map(AsymmetricKey::name)
                .toList();
    }

    /** Whether this is an open database that the key protects. */
    public boolean isProtected(DatabaseName name, AsymmetricKeyName key) {
        return open(seen)
                .filter(database -> database.name().equals(name))
                .anyMatch(database -> keys(seen)
                        .filter(row -> row.name().equals(key))
                        .anyMatch(row -> ServerKeys.isProtectedBy(database, row)));
    }

    /** Open databases that this key wraps, or the new one already; those that cannot get another key are left out (33118). */
    public List<DatabaseName> databases(AsymmetricKeyName from, AsymmetricKeyName to) {
        List<AsymmetricKey> both = keys(seen)
                .filter(key -> key.name().equals(from) || key.name().equals(to))
                .toList();
        var each = new ByDatabase(seen);
        return open(seen)
                .filter(database -> Unchangeable.of(each, database) == Unchangeable.NO)
                .filter(database -> both.stream().anyMatch(key -> ServerKeys.isProtectedBy(database, key)))
                .map(Database::name)
                .toList();
    }

    /**
     * Newer versions of the old key itself, as they may be named: pinned, then by the bare name; none where the connector
     * that is loaded cannot tell versions apart, or nobody can say whether it does.
     */
    public List<String> versions(AsymmetricKeyName from, ProviderName provider) {
        Optional<VaultMatch> old = VaultMatch.of(from, seen.facts());
        return LoadedBuild.of(seen, provider) instanceof LoadedBuild.Able
                ? old.flatMap(match -> match.key()
                                .current()
                                .filter(newest -> !newest.equals(match.version()))
                                .map(newest -> List.of(
                                        match.key().name() + "/" + newest.id(),
                                        match.key().name())))
                        .orElse(List.of())
                : List.of();
    }

    /** The login of the old key, where a plan must keep it because SQL Server shows no link once there are more keys. */
    public Optional<LoginName> login(AsymmetricKeyName from) {
        return KeyLogins.of(from, seen.facts()).value().orElse(List.of()).stream()
                .filter(row -> row.madeFrom()
                        .filter(made -> made.link() == MadeFrom.Link.ONLY_ONE)
                        .isPresent())
                .map(KeyLogin::name)
                .findFirst();
    }

    /** Logins of which one was made from that key; empty where SQL Server shows which one. */
    public List<LoginName> logins(AsymmetricKeyName from) {
        return KeyLogins.of(from, seen.facts()).value().isPresent()
                ? List.of()
                : KeyLogins.unshown(seen.facts().keyLogins().value().orElse(List.of()));
    }

    /** Names like those of now, with the day instead of their number; where one is taken, with a number behind. */
    public RotateChoices.NewNames names(AsymmetricKeyName from) {
        Optional<KeyLogin> login = KeyLogins.of(from, seen.facts()).value().orElse(List.of()).stream()
                .findFirst();
        String loginName = login.map(row -> row.name().value()).orElse(from + "_login");
        String credential =
                login.flatMap(KeyLogin::credential).map(CredentialName::value).orElse(from + "_cred");
        return new RotateChoices.NewNames(
                free(NameKind.KEY, from.value(), AsymmetricKeyName::new),
                free(NameKind.LOGIN, loginName, LoginName::new),
                free(NameKind.CREDENTIAL, credential, CredentialName::new));
    }

    /** A name for a vault key that is to be made: like that of the old one, with the day; 26 characters at most. */
    public KeyName vaultKeyName(AsymmetricKeyName from) {
        String old = VaultMatch.of(from, seen.facts())
                .map(match -> match.key().name())
                .orElse("tde-key");
        String base = old.replaceFirst("-?\\d{2,8}$", "");
        String dated = base.substring(0, Math.min(base.length(), KEY_NAME - 12)) + "-" + DAY.format(now);
        String proposed = dated;
        for (int number = 2; inVault(proposed); number++) {
            proposed = dated + "-" + number;
        }
        return new KeyName(proposed);
    }

    private boolean inVault(String name) {
        return seen.facts().azure().map(AzureSight::vaults).orElse(List.of()).stream()
                .anyMatch(vault -> vault.key(name).isPresent()
                        || vault.deleted().value().orElse(List.of()).stream()
                                .anyMatch(row -> row.name().equalsIgnoreCase(name)));
    }

    private <N> N free(NameKind kind, String old, Function<String, N> name) {
        String base = old.replaceFirst("[_-]?\\d{2,8}$", "");
        String dated = base.substring(0, Math.min(base.length(), SYSNAME - 12)) + "_" + DAY.format(now);
        String proposed = dated;
        for (int number = 2; taken(kind, proposed); number++) {
            proposed = dated + "_" + number;
        }
        return name.apply(proposed);
    }

    private boolean taken(NameKind kind, String name) {
        return seen.facts().around().keyholding().names().value().orElse(List.of()).stream()
                .anyMatch(one -> one.kind() == kind && one.name().equalsIgnoreCase(name));
    }

    private static Stream<AsymmetricKey> keys(Inspection seen) {
        return seen.facts().asymmetricKeys().value().orElse(List.of()).stream();
    }

    private static Stream<Database> open(Inspection seen) {
        return seen.facts().databases().value().orElse(List.of()).stream().filter(ConcernedDatabases::isOpen);
    }
}
