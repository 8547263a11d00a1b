package keyturn.practice.scenario;

import keyturn.practice.azure.Cloud;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.VaultApplication;

/**
 * A world to start from.
 *
 * @param about one line for who chooses
 * @param administrator SQL login that is sysadmin
 * @param reader SQL login that may only connect
 * @param application who may sign in at the vault
 * @param cloud vaults, directory and subscriptions to begin with
 */
public record Scenario(
        String name,
        String about,
        Instance instance,
        String administrator,
        String reader,
        VaultApplication application,
        Cloud cloud) {}
