package keyturn.practice.server.state;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.practice.tsql.types.Bytes;

/**
 * A vault in memory. It looks at its own clock to see whether a secret has expired.
 *
 * @param code 0: it answers; else the code with which every session fails, such as 3900 where the vault is deleted
 * @param applications who may sign in
 */
public record Vault(String name, int code, List<VaultApplication> applications, List<Stored> keys) implements KeyVault {

    public static final String SUFFIX = ".vault.azure.net";

    private static final int TOO_SHORT = 2050;
    private static final int CREDENTIALS = 3303;
    private static final int NO_SUCH_VAULT = 3900;
    private static final int BAD_NAME = 3110;
    private static final int NOT_FOUND = 3112;
    private static final int FORBIDDEN = 3113;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,127}(/[0-9A-Za-z]{32})?");

    public Vault {
        applications = List.copyOf(applications);
        keys = List.copyOf(keys);
    }

    /**
     * A key.
     *
     * @param deleted it can be recovered, and its name cannot be used meanwhile
     * @param versions the newest last
     */
    public record Stored(String name, Bytes shortThumbprint, boolean rsa, boolean deleted, List<Version> versions) {
        public Stored {
            versions = List.copyOf(versions);
        }

        public Stored with(Version newest) {
            List<Version> now = new ArrayList<>(versions);
            now.add(newest);
            return new Stored(name, shortThumbprint, rsa, deleted, now);
        }

        Stored deletedNow() {
            return new Stored(name, shortThumbprint, rsa, true, versions);
        }
    }

    /** A version of a key; the id is 32 hexadecimal digits. */
    public record Version(String id, Bytes thumbprint, int bits, KeyAccess access) {}

    @Override
    public int session(SignIn who) {
        if (!who.secret().complete()) {
            return TOO_SHORT;
        }
        if (!who.vault().equalsIgnoreCase(name) && !who.vault().equalsIgnoreCase(name + SUFFIX)) {
            return NO_SUCH_VAULT;
        }
        if (code != 0) {
            return code;
        }
        return application(who).isPresent() ? 0 : CREDENTIALS;
    }

    private Optional<VaultApplication> application(SignIn who) {
        LocalDateTime now = LocalDateTime.now(Clock.systemUTC());
        return applications.stream().filter(a -> a.accepts(who.secret(), now)).findFirst();
    }

    private boolean may(SignIn who, String right) {
        return session(who) == 0
                && application(who).filter(a -> a.rights().contains(right)).isPresent();
    }

    @Override
    public Answer key(SignIn who, String wanted) {
        if (!NAME.matcher(wanted).matches()) {
            return new Refused(BAD_NAME);
        }
        if (!may(who, "get")) {
            return new Refused(FORBIDDEN);
        }
        String[] parts = wanted.split("/", 2);
        Optional<Stored> key = stored(parts[0]).filter(k -> !k.deleted());
        Optional<Version> version =
                key.flatMap(k -> parts.length == 1 ? Optional.of(k.versions().getLast()) : version(k, parts[1]));
        if (version.isEmpty() || version.get().access() == KeyAccess.GONE) {
            return new Refused(NOT_FOUND);
        }
        return version.get().access() == KeyAccess.OPEN
                ? new Found(told(key.orElseThrow(), version.get()))
                : new Refused(version.get().access().code());
    }

    private Optional<Stored> stored(String key) {
        return keys.stream().filter(k -> k.name().equalsIgnoreCase(key)).findFirst();
    }

    private static Optional<Version> version(Stored key, String id) {
        return key.versions().stream().filter(v -> v.id().equalsIgnoreCase(id)).findFirst();
    }

    private VaultKey told(Stored key, Version version) {
        return new VaultKey(
                key.name(),
                version.id(),
                uri(key, version),
                version.thumbprint(),
                key.shortThumbprint(),
                version.bits(),
                key.rsa());
    }

    /** Where a version of a key is. */
    public String uri(Stored key, Version version) {
        return "https://" + name + SUFFIX + "/keys/" + key.name() + "/" + version.id();
    }

    @Override
    public List<VaultKey> keys(SignIn who) {
        return !may(who, "list")
                ? List.of()
                : keys.stream()
                        .filter(k -> !k.deleted() && k.versions().getLast().access() != KeyAccess.GONE)
                        .map(k -> told(k, k.versions().getLast()))
                        .toList();
    }

    @Override
    public int use(SignIn who, String uri) {
        Optional<Stored> key = holder(uri);
        Optional<Version> version = key.flatMap(k -> version(k, uri.substring(uri.lastIndexOf('/') + 1)));
        if (key.isEmpty() || key.get().deleted() || version.isEmpty()) {
            return NOT_FOUND;
        }
        boolean may = may(who, "wrapKey") && may(who, "unwrapKey");
        return may ? version.get().access().code() : FORBIDDEN;
    }

    private Optional<Stored> holder(String uri) {
        return keys.stream()
                .filter(k -> k.versions().stream().anyMatch(v -> uri(k, v).equalsIgnoreCase(uri)))
                .findFirst();
    }

    @Override
    public String named(Bytes shortThumbprint) {
        return keys.stream()
                .filter(k -> k.shortThumbprint().equals(shortThumbprint))
                .map(k -> uri(k, k.versions().getFirst()))
                .findFirst()
                .orElse("");
    }

    @Override
    public Made make(SignIn who, String key, int bits) {
        if (!NAME.matcher(key).matches() || key.indexOf('/') >= 0) {
            return new Made(this, new Refused(BAD_NAME));
        }
        if (!may(who, "create") || stored(key).isPresent()) {
            return new Made(this, new Refused(FORBIDDEN));
        }
        Version version = DerivedKey.version(name, key, 1, bits);
        Stored made = new Stored(key, DerivedKey.shortThumbprint(key), true, false, List.of(version));
        List<Stored> now = new ArrayList<>(keys);
        now.add(made);
        return new Made(new Vault(name, code, applications, now), new Found(told(made, version)));
    }

    @Override
    public Gone delete(SignIn who, String uri) {
        Optional<Stored> key = holder(uri).filter(k -> !k.deleted());
        if (key.isEmpty() || !may(who, "delete")) {
            return new Gone(this, key.isEmpty() ? NOT_FOUND : FORBIDDEN);
        }
        List<Stored> now =
                keys.stream().map(k -> k.equals(key.get()) ? k.deletedNow() : k).toList();
        return new Gone(new Vault(name, code, applications, now), 0);
    }
}
