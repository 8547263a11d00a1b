package keyturn.practice.server.state;

/**
 * A session with a provider that goes on with what it was opened with, whatever becomes of its credential.
 *
 * @param spid whose it is
 */
public record ProviderSession(int spid, int provider, int credential, SignIn signIn) {}
