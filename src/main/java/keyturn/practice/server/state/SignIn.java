package keyturn.practice.server.state;

/**
 * A session that a provider asks a vault for.
 *
 * @param vault short name or host, as the credential's identity has it
 */
public record SignIn(String vault, StoredSecret secret) {}
