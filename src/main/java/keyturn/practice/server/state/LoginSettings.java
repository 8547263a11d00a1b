package keyturn.practice.server.state;

import java.util.Optional;

/**
 * What a login is set to beside who it is.
 *
 * @param credential id of the one that it uses outside of the server, which is not that for a provider
 */
public record LoginSettings(
        Optional<Integer> credential, String database, String language, boolean policy, boolean expiration) {

    public static final LoginSettings PLAIN = new LoginSettings(Optional.empty(), "master", "us_english", true, false);

    public LoginSettings credential(Optional<Integer> now) {
        return new LoginSettings(now, database, language, policy, expiration);
    }

    public LoginSettings database(String now) {
        return new LoginSettings(credential, now, language, policy, expiration);
    }

    public LoginSettings language(String now) {
        return new LoginSettings(credential, database, now, policy, expiration);
    }

    public LoginSettings checks(boolean nowPolicy, boolean nowExpiration) {
        return new LoginSettings(credential, database, language, nowPolicy, nowExpiration);
    }
}
