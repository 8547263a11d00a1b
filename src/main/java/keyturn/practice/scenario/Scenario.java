package keyturn.practice.scenario;

import keyturn.practice.server.state.Instance;

/**
 * A world to start from.
 *
 * @param about one line for who chooses
 * @param administrator SQL login that is sysadmin
 * @param reader SQL login that may only connect
 */
public record Scenario(String name, String about, Instance instance, String administrator, String reader) {}
