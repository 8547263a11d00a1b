package keyturn.practice.azure;

import keyturn.practice.directory.Directory;
import keyturn.practice.vault.Materials;
import keyturn.practice.vault.Vaults;

/**
 * All that lies outside the SQL Server, to begin with.
 *
 * @param vault name of the one that the SQL Server's keys are in
 * @param materials where the keys came from, and further ones will
 */
public record Cloud(Directory directory, Vaults vaults, Azure azure, String vault, Materials materials) {

    /** The tenant that everything belongs to. */
    public String tenant() {
        return directory.tenants().getFirst().id();
    }
}
