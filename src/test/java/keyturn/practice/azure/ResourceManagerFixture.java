package keyturn.practice.azure;

import keyturn.practice.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that asks the resource manager as the owner of the subscription. */
abstract class ResourceManagerFixture {

    static final String ALL = "/subscriptions/" + World.SUBSCRIPTION;
    static final String VAULTS = ALL + "/resourceGroups/" + World.GROUP + "/providers/Microsoft.KeyVault/vaults";
    static final String NEW = "{\"location\":\"West Europe\",\"properties\":{\"tenantId\":\"" + World.TENANT
            + "\",\"sku\":{\"family\":\"A\",\"name\":\"premium\"},\"enableRbacAuthorization\":%s,\"accessPolicies\":[]}}";

    World world = World.NONE;
    String token = "";

    @BeforeEach
    final void open() throws Exception {
        world = World.of(Vault.Settings.STANDARD);
        token = world.token("https://management.azure.com");
    }

    @AfterEach
    final void close() {
        world.close();
    }

    World.Said ask(String method, String path, String body) throws Exception {
        return world.ask(
                method,
                world.doors().manager() + path + (path.contains("?") ? "&" : "?") + "api-version=2026-02-01",
                token,
                body);
    }
}
