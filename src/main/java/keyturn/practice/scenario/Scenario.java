package keyturn.practice.scenario;

import java.util.List;
import keyturn.practice.azure.Cloud;
import keyturn.practice.directory.Application;
import keyturn.practice.host.Neighbour;
import keyturn.practice.server.state.Instance;

/**
 * A world to start from.
 *
 * @param about one line for who chooses
 * @param administrator SQL login that is sysadmin
 * @param reader SQL login that may only connect
 * @param cloud vaults, directory and subscriptions to begin with
 * @param neighbours other SQL Servers on the same host
 */
public record Scenario(
        String name,
        String about,
        Instance instance,
        String administrator,
        String reader,
        Cloud cloud,
        List<Neighbour> neighbours) {

    public Scenario {
        neighbours = List.copyOf(neighbours);
    }

    /** By which the server signs in at its vault, and anybody's own tools may. */
    public Application application() {
        return cloud.directory().tenants().getFirst().applications().getFirst();
    }
}
