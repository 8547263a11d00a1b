package keyturn.practice.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** Passwords of logins, kept apart from the state so that no snapshot carries one. */
public final class Accounts {

    private final Map<String, String> passwords;

    /** @param passwords by login name */
    public Accounts(Map<String, String> passwords) {
        this.passwords = Map.copyOf(passwords);
    }

    /** A password that fits every policy and no other range. */
    public static String password() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return "Practice-" + HexFormat.of().formatHex(random);
    }

    boolean matches(String login, String password) {
        String wanted = passwords.get(login.toLowerCase(Locale.ROOT));
        return wanted != null && MessageDigest.isEqual(bytes(wanted), bytes(password));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Accounts" + passwords.keySet();
    }
}
