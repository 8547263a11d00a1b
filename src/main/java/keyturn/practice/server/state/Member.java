package keyturn.practice.server.state;

/**
 * A principal is in a role.
 *
 * @param database id of the roles' database; 0 for server roles
 */
public record Member(int database, int role, int member) {}
