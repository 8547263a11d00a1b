package keyturn.practice.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of Key Vault's control plane: those that retire are refused, and what the current one made new. */
@BesideOthers
class ApiVersionTest extends ResourceManagerFixture {

    private World.Said at(String version, String method, String path, String body) throws Exception {
        return world.ask(method, world.doors().manager() + path + "?api-version=" + version, token, body);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /providers/Microsoft.KeyVault/vaults, vaults, global",
        "GET, /providers/Microsoft.KeyVault/deletedVaults, deletedvaults, global",
        "GET, /resourceGroups/group/providers/Microsoft.KeyVault/vaults, vaults, westeurope",
        "GET, /resourceGroups/group/providers/Microsoft.KeyVault/vaults/far, vaults, eastus",
        "PUT, /resourceGroups/group/providers/Microsoft.KeyVault/vaults/fresh, vaults, westeurope",
        "PUT, /resourceGroups/group/providers/Microsoft.KeyVault/vaults/far/accessPolicies/add, vaults/accesspolicies, eastus",
        "GET, /providers/Microsoft.KeyVault/locations/northeurope/deletedVaults/near, locations/deletedvaults, northeurope",
        "POST, /providers/Microsoft.KeyVault/checkNameAvailability, checknameavailability, global"
    })
    void whatRetiresIsRefusedWithCodeAndReason(String method, String path, String type, String location)
            throws Exception {
        for (String version : new String[] {"2015-06-01", "2023-07-01", "2024-11-01", "2026-01-31", "2099-01-01"}) {
            World.Said said = at(version, method, ALL + path, NEW.formatted("true"));
            assertEquals("400 NoRegisteredProviderFound", said.status() + " " + said.code(), version);
            assertTrue(
                    said.message()
                            .startsWith("No registered resource provider found for location '" + location
                                    + "' and API version '" + version + "' for type '" + type
                                    + "'. The supported api-versions are '2026-02-01"),
                    said.message());
        }
        assertEquals(404, ask("GET", VAULTS + "/fresh", "").status(), "nothing was made");
    }

    @Test
    void otherProvidersHaveVersionsOfTheirOwn() throws Exception {
        assertEquals(200, at("2022-12-01", "GET", "/subscriptions", "").status());
        assertEquals(200, at("2021-04-01", "GET", ALL + "/resources", "").status());
        assertEquals(
                200,
                at("2022-04-01", "GET", VAULTS + "/main/providers/Microsoft.Authorization/permissions", "")
                        .status());
    }

    @ParameterizedTest
    @CsvSource({"'\"enableRbacAuthorization\":true,', true", "'\"enableRbacAuthorization\":false,', false", "'', true"})
    void aNewVaultIsOneOfRolesUnlessItSaysOtherwise(String asked, boolean roles) throws Exception {
        String body = NEW.replace("\"enableRbacAuthorization\":%s,", asked);
        assertEquals(200, ask("PUT", VAULTS + "/fresh", body).status());
        assertEquals(
                roles,
                ask("GET", VAULTS + "/fresh", "")
                        .json()
                        .path("properties")
                        .path("enableRbacAuthorization")
                        .booleanValue());
    }

    @Test
    void aVaultThatIsThereKeepsItsModel() throws Exception {
        String body = NEW.replace("\"enableRbacAuthorization\":%s,", "");
        assertEquals(
                false,
                ask("PUT", VAULTS + "/main", body)
                        .json()
                        .path("properties")
                        .path("enableRbacAuthorization")
                        .booleanValue());
    }
}
