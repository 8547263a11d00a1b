package keyturn.practice.scenario;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.Certificate;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.DatabaseKey;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.LoginSettings;
import keyturn.practice.server.state.Mapping;
import keyturn.practice.server.state.PublicHalf;
import keyturn.practice.server.state.Security;
import keyturn.practice.server.state.Sid;
import keyturn.practice.server.state.StoredSecret;
import keyturn.practice.tsql.types.Bytes;

/** Keys, logins, credentials and who holds them. */
final class SecurityReader {

    private static final Pattern THUMBPRINT = Pattern.compile("(?:[0-9A-F]{2}){4,20}");
    private static final int FIRST_LOGIN = 261;
    private static final int FIRST_CREDENTIAL = 65536;
    private static final int FIRST_KEY = 256;
    private static final LocalDateTime SHIPPED = LocalDateTime.of(2003, 4, 8, 9, 10, 35);

    private final Entry root;
    private final Ekm ekm;
    private final StoredSecret secret;
    private final LocalDateTime now;
    private final List<ServerKey.Registered> registered;
    private final List<AsymmetricKey> keys = new ArrayList<>();
    private final List<DatabaseKey> databaseKeys = new ArrayList<>();
    private final List<Certificate> certificates = new ArrayList<>();
    private final List<Login> logins = new ArrayList<>(fixed());
    private final List<Credential> credentials = new ArrayList<>();
    private final List<Mapping> mappings = new ArrayList<>();
    private final AccessReader access;

    /** @param secret what credentials hold that hold one */
    SecurityReader(Entry root, Ekm ekm, List<ServerKey.Registered> registered, StoredSecret secret, LocalDateTime now) {
        this.root = root;
        this.ekm = ekm;
        this.registered = registered;
        this.secret = secret;
        this.now = now;
        this.access = new AccessReader(root);
    }

    Security read() {
        registered.stream().filter(each -> !each.key().dropped()).forEach(this::keep);
        root.each("certificates", e -> certificates.add(certificate(e)));
        root.each("logins", e -> logins.add(login(e)));
        root.each("credentials", this::credential);
        return new Security(logins, credentials, mappings, keys, databaseKeys, certificates, access.read());
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
    private void keep(ServerKey.Registered each) {
        AsymmetricKey key = new AsymmetricKey(
                FIRST_KEY + keys.size() + databaseKeys.size(),
                each.key().name(),
                each.thumbprint(),
                PublicHalf.of(each.half()),
                Optional.of(each.key().provider().guid()),
                false,
                each.key().bits(),
                Sid.ofKey(each.thumbprint()));
        each.key()
                .database()
                .ifPresentOrElse(database -> databaseKeys.add(new DatabaseKey(database, key)), () -> keys.add(key));
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
                entry.flag("secret", true) ? Optional.of(held(entry)) : Optional.empty(),
                created,
                entry.has("modifiedBefore") ? now.minus(entry.before("modifiedBefore")) : created,
                entry.has("provider")
                        ? Optional.of(KeyReader.provider(ekm, entry).id())
                        : Optional.empty());
        if (entry.has("login")) {
            mappings.add(new Mapping(holder(entry).id(), id));
        }
        credentials.add(credential);
        return credential;
    }

    /** The secret of the server's application, or of another one that is named. */
    private StoredSecret held(Entry entry) {
        return entry.has("client")
                ? new StoredSecret(entry.text("client").replace("-", "") + entry.text("clientSecret"))
                : secret;
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
