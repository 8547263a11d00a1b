package keyturn.practice.scenario;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.Certificate;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.DatabaseKey;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.KeyAccess;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.LoginSettings;
import keyturn.practice.server.state.Mapping;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.Security;
import keyturn.practice.server.state.Sid;
import keyturn.practice.server.state.StoredSecret;
import keyturn.practice.tsql.types.Bytes;

/** Keys, logins, credentials and who holds them. */
final class SecurityReader {

    private static final Pattern THUMBPRINT = Pattern.compile("(?:[0-9A-F]{2}){4,20}");
    private static final Pattern KEY_NAME = Pattern.compile("[A-Za-z0-9-]{1,26}");
    private static final int FIRST_LOGIN = 261;
    private static final int FIRST_CREDENTIAL = 65536;
    private static final int FIRST_KEY = 256;
    private static final LocalDateTime SHIPPED = LocalDateTime.of(2003, 4, 8, 9, 10, 35);

    private final Entry root;
    private final Ekm ekm;
    private final StoredSecret secret;
    private final LocalDateTime now;
    private final List<VaultReader.Used> used = new ArrayList<>();
    private final List<AsymmetricKey> keys = new ArrayList<>();
    private final List<DatabaseKey> databaseKeys = new ArrayList<>();
    private final List<Certificate> certificates = new ArrayList<>();
    private final List<Login> logins = new ArrayList<>(fixed());
    private final List<Credential> credentials = new ArrayList<>();
    private final List<Mapping> mappings = new ArrayList<>();
    private final AccessReader access;

    /** @param secret what credentials hold that hold one */
    SecurityReader(Entry root, Ekm ekm, StoredSecret secret, LocalDateTime now) {
        this.root = root;
        this.ekm = ekm;
        this.secret = secret;
        this.now = now;
        this.access = new AccessReader(root);
    }

    Security read() {
        root.each("keys", this::keep);
        root.each("certificates", e -> certificates.add(certificate(e)));
        root.each("logins", e -> logins.add(login(e)));
        root.each("credentials", this::credential);
        return new Security(logins, credentials, mappings, keys, databaseKeys, certificates, access.read());
    }

    /** The vault's keys that are in use; to be asked after {@link #read()}. */
    List<VaultReader.Used> used() {
        return List.copyOf(used);
    }

    /** sa and the fixed roles, as every server has them. */
    private static List<Login> fixed() {
        List<Login> logins = new ArrayList<>();
        logins.add(of(1, "sa", Bytes.of((byte) 1), Login.Kind.SQL, true));
        List<String> roles = List.of(
                "public",
                "sysadmin",
                "securityadmin",
                "serveradmin",
                "setupadmin",
                "processadmin",
                "diskadmin",
                "dbcreator",
                "bulkadmin");
        for (int i = 0; i < roles.size(); i++) {
            logins.add(of(i + 2, roles.get(i), Bytes.of((byte) (i + 2)), Login.Kind.ROLE, false));
        }
        return logins;
    }

    private static Login of(int id, String name, Bytes sid, Login.Kind kind, boolean disabled) {
        return new Login(id, name, sid, kind, disabled, LoginSettings.PLAIN, SHIPPED, SHIPPED);
    }

    /** A key of master, or of the database that is named. */
    private AsymmetricKey keep(Entry entry) {
        AsymmetricKey key = key(entry);
        if (entry.has("database")) {
            databaseKeys.add(new DatabaseKey(database(entry), key));
        } else {
            keys.add(key);
        }
        return key;
    }

    private String database(Entry entry) {
        String name = entry.text("database");
        if (!root.texts("databases", "name").contains(name)) {
            throw entry.fault("database", "the key lies in '" + name + "', which is not among 'databases'");
        }
        return name;
    }

    private Certificate certificate(Entry entry) {
        String name = entry.text("name");
        LocalDateTime starts = now.minus(entry.before("createdBefore"));
        return new Certificate(
                FIRST_KEY + certificates.size(),
                name,
                Bytes.ofHex(entry.text("thumbprint", THUMBPRINT, "4 to 20 bytes as capital hexadecimal digits")),
                entry.text("subject", "CN=" + name),
                starts,
                starts.plusYears(10),
                entry.has("backedUpBefore")
                        ? Optional.of(now.minus(entry.before("backedUpBefore")))
                        : Optional.empty());
    }

    private static KeyAccess access(Entry entry) {
        String word = entry.choice(
                "vault",
                KeyAccess.OPEN.word(),
                Arrays.stream(KeyAccess.values()).map(KeyAccess::word).toList());
        return Arrays.stream(KeyAccess.values())
                .filter(a -> a.word().equals(word))
                .findFirst()
                .orElse(KeyAccess.OPEN);
    }

    private AsymmetricKey key(Entry entry) {
        String name = entry.text("name");
        Bytes thumbprint =
                Bytes.ofHex(entry.text("thumbprint", THUMBPRINT, "4 to 20 bytes as capital hexadecimal digits"));
        int bits = entry.number("bits", 2048, 3072, 2048);
        used.add(new VaultReader.Used(
                entry.text("keyName", KEY_NAME, "1 to 26 letters, digits and hyphens"),
                thumbprint,
                bits,
                access(entry)));
        return new AsymmetricKey(
                FIRST_KEY + keys.size() + databaseKeys.size(),
                name,
                thumbprint,
                Optional.of(provider(entry).guid()),
                false,
                bits,
                Sid.of("key " + name));
    }

    private Provider provider(Entry entry) {
        String name = entry.text("provider");
        return ekm.provider(name)
                .orElseThrow(() ->
                        entry.fault("provider", "'" + name + "' is named as a provider and is not among 'providers'"));
    }

    private Login login(Entry entry) {
        String name = entry.text("name");
        Optional<String> key = entry.has("key") ? Optional.of(entry.text("key")) : Optional.empty();
        Bytes sid = key.map(k -> keyNamed(entry, k).sid()).orElseGet(() -> Sid.of("login " + name));
        LocalDateTime created = now.minus(entry.before("createdBefore"));
        Login login = new Login(
                FIRST_LOGIN + logins.size() - fixed().size(),
                name,
                sid,
                key.isPresent() ? Login.Kind.ASYMMETRIC_KEY : Login.Kind.SQL,
                entry.flag("disabled", false),
                LoginSettings.PLAIN,
                created,
                created);
        access.add(login, entry);
        return login;
    }

    private AsymmetricKey keyNamed(Entry entry, String name) {
        return keys.stream()
                .filter(k -> k.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> entry.fault("key", "the login names the key '" + name + "', which is not among 'keys'"));
    }

    private Credential credential(Entry entry) {
        int id = FIRST_CREDENTIAL + credentials.size();
        LocalDateTime created = now.minus(entry.before("createdBefore"));
        Credential credential = new Credential(
                id,
                entry.text("name"),
                entry.text("identity"),
                entry.flag("secret", true) ? Optional.of(secret) : Optional.empty(),
                created,
                entry.has("modifiedBefore") ? now.minus(entry.before("modifiedBefore")) : created,
                entry.has("provider") ? Optional.of(provider(entry).id()) : Optional.empty());
        if (entry.has("login")) {
            mappings.add(new Mapping(holder(entry).id(), id));
        }
        credentials.add(credential);
        return credential;
    }

    private Login holder(Entry entry) {
        String name = entry.text("login");
        return logins.stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow(() -> entry.fault(
                        "login", "the credential names the login '" + name + "', which is not among 'logins'"));
    }
}
