package keyturn.practice.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Passwords of logins, kept apart from the state so that no snapshot carries one. */
public final class Accounts {

    private final Map<String, String> passwords;

    /** @param passwords by login name, in lower case */
    public Accounts(Map<String, String> passwords) {
        this.passwords = new ConcurrentHashMap<>(passwords);
    }

    /** A password that fits every policy and no other range. */
    public static String password() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return "Practice-" + HexFormat.of().formatHex(random);
    }

    boolean matches(String login, String password) {
        String wanted = passwords.get(key(login));
        return wanted != null && MessageDigest.isEqual(bytes(wanted), bytes(password));
    }

    void set(String login, String password) {
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

    private static String key(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Accounts" + passwords.keySet();
    }
}
