package keyturn.practice.server.state;

/** A login holds a credential: a row of {@code sys.server_principal_credentials}. */
public record Mapping(int login, int credential) {}
