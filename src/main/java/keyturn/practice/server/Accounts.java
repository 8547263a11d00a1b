package keyturn.practice.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import keyturn.practice.tsql.types.Collation;

/** Passwords of logins, kept apart from the state so that no snapshot carries one. */
public final class Accounts {

    private final Collation collation;
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private volatile Function<String, Optional<String>> directory = token -> Optional.empty();

    /**
     * @param collation the server's, by which names of logins are compared
     * @param passwords by login name
     */
    public Accounts(Collation collation, Map<String, String> passwords) {
        this.collation = collation;
        passwords.forEach(this::set);
    }

    /** A password that fits every policy and no other range. */
    public static String password() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return "Practice-" + HexFormat.of().formatHex(random);
    }

    /**
     * Lets those in whom a directory knows.
     *
     * @param names the name of whom a token for SQL Server speaks, empty where it is none
     */
    public void trust(Function<String, Optional<String>> names) {
        directory = names;
    }

    /** The login's name as the directory has it. */
    Optional<String> named(String token) {
        return directory.apply(token);
    }

    boolean matches(String login, String password) {
        String wanted = passwords.get(key(login));
        return wanted != null && MessageDigest.isEqual(bytes(wanted), bytes(password));
    }

    final void set(String login, String password) {
        passwords.put(key(login), password);
    }

    void remove(String login) {
        passwords.remove(key(login));
    }

    void rename(String login, String name) {
        String password = passwords.remove(key(login));
        if (password != null) {
            passwords.put(key(name), password);
        }
    }

    private String key(String login) {
        return collation.key(login);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Accounts" + passwords.keySet();
    }
}
