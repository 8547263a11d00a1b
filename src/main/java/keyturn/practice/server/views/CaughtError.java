package keyturn.practice.server.views;

/**
 * The error for which a CATCH block runs.
 *
 * @param procedure empty where no procedure raised it
 */
public record CaughtError(int number, int severity, int state, String text, String procedure, int line) {}
