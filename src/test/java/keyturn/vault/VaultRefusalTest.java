package keyturn.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.azure.TenantId;
import keyturn.entra.AtAzure;
import keyturn.inspect.Told;
import keyturn.practice.azure.World;
import keyturn.practice.vault.AccessPolicy;
import keyturn.practice.vault.Firewall;
import keyturn.practice.vault.Vault;
import org.junit.jupiter.api.Test;

/** What a vault refuses, in the words a DBA needs: code, sentence, next step; status, code and request id are kept. */
final class VaultRefusalTest extends AtAzure {

    private KeyVaultReader reader() throws Exception {
        return new KeyVaultReader(entra(), vault("main"));
    }

    private static Vault allowing(String... rights) {
        return standard().with(new AccessPolicy(World.TENANT, World.PRINCIPAL, Set.of(rights), Set.of(), Set.of()));
    }

    @Test
    void aPolicyThatLacksTheRight() throws Exception {
        open(allowing("get"));
        Told.Forbidden<?> told = forbidden(reader().keys());
        assertEquals(new Permission("keys/list", "https://main.vault.azure.net"), told.permission());
        assertTold(
                told.problem(),
                "vault.403.ForbiddenByPolicy",
                "vault.403.ForbiddenByPolicy",
                "vault.403.ForbiddenByPolicy.next",
                "main",
                "list");
        String detail = told.problem().detail().orElseThrow();
        assertTrue(detail.startsWith("HTTP 403 Forbidden/ForbiddenByPolicy\n"), detail);
        assertTrue(detail.contains("appid=" + World.CLIENT), detail);
        assertTrue(detail.matches("(?s).*\nRequest id [0-9a-f-]{36}"), detail);
    }

    @Test
    void noPolicyAtAll() throws Exception {
        open(standard().with(Vault.Settings.STANDARD, List.of()));
        assertTold(
                forbidden(reader().keys()).problem(),
                "vault.403.AccessDenied",
                "vault.403.AccessDenied",
                "vault.403.AccessDenied.next",
                "main",
                "list");
    }

    @Test
    void noRole() throws Exception {
        open(World.vault("main", "westeurope", World.settings(false, true, false, Firewall.OPEN)));
        Told.Forbidden<?> told = forbidden(reader().material("tde", "0123456789abcdef0123456789abcdef"));
        assertEquals(new Permission("keys/get", "https://main.vault.azure.net"), told.permission());
        assertTold(
                told.problem(),
                "vault.403.ForbiddenByRbac",
                "vault.403.ForbiddenByRbac",
                "vault.403.ForbiddenByRbac.next",
                "main",
                "tde");
    }

    @Test
    void aFirewallIsNoMissingRight() throws Exception {
        open(World.vault(
                "main",
                "westeurope",
                World.settings(false, false, false, new Firewall(true, "AzureServices", List.of("10.0.0.0/8"), true))));
        Problem problem = failed(reader().keys());
        assertTold(
                problem,
                "vault.403.ForbiddenByFirewall",
                "vault.403.ForbiddenByFirewall",
                "vault.403.ForbiddenByFirewall.next",
                "main");
        assertTrue(problem.detail().orElseThrow().contains("Client address: "), problem.toString());
    }

    @Test
    void aPrivateEndpointOnly() throws Exception {
        open(World.vault(
                "main",
                "westeurope",
                World.settings(false, false, false, new Firewall(false, "AzureServices", List.of(), false))));
        assertEquals("vault.403.ForbiddenByConnection", failed(reader().keys()).code());
    }

    @Test
    void aKeyThatIsNotThere() throws Exception {
        open(standard());
        assertTold(
                failed(reader().material("tde", "")),
                "vault.404.KeyNotFound",
                "vault.404.KeyNotFound",
                "vault.404.KeyNotFound.next",
                "main",
                "tde");
    }

    @Test
    void aTokenOfAnotherTenant() throws Exception {
        open(standard());
        var elsewhere = doors(secret(World.SECRET), "other.example");
        Problem problem = failed(new KeyVaultReader(entra(elsewhere), vault("main")).keys());
        assertTold(problem, "vault.401.Unauthorized", "vault.401", "vault.401.next", "main");
        assertTrue(problem.detail().orElseThrow().contains("AKV10032"), problem.toString());
        assertTrue(problem.detail().orElseThrow().contains(new TenantId(World.TENANT).value()), problem.toString());
    }

    @Test
    void aVaultThatIsAskedTooMuchIsAskedAgainTwiceAndThenLeft() throws Exception {
        open(standard());
        world.faults().set("throttle");
        Problem problem = failed(reader().keys());
        assertTold(problem, "vault.429.Throttled", "vault.429", "vault.429.next", "main", "1");
        assertEquals(3, asked("GET /keys"));
    }

    @Test
    void whatPassesIsPassedOver() throws Exception {
        open(standard());
        world.faults().set("unavailable@vault:1");
        assertEquals(List.of(), answer(reader().keys()));
    }

    @Test
    void aServiceThatIsDown() throws Exception {
        open(standard());
        world.faults().set("unavailable");
        Problem problem = failed(reader().deletedKeys());
        assertTrue(problem.code().startsWith("vault.503"), problem.code());
        assertEquals("vault.5xx", problem.summary().key());
        assertTrue(problem.summary().text().contains("503"), problem.summary().text());
    }

    private long asked(String what) {
        return world.log().stream().filter(line -> line.contains(what)).count();
    }
}
