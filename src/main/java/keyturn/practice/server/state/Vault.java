package keyturn.practice.server.state;

/**
 * What the provider meets when it asks the vault for a session.
 *
 * @param code 0: the vault answers; else the code with which the provider gives up, such as 3303 for an expired secret
 */
public record Vault(int code) {}
