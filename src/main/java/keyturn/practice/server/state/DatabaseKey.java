package keyturn.practice.server.state;

/** An asymmetric key of a user database: one that encrypts columns. */
public record DatabaseKey(String database, AsymmetricKey key) {}
