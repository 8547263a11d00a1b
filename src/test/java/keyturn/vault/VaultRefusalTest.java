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
        assertTold("""
                vault.403.ForbiddenByPolicy
                The vault main refuses to have its keys listed: the access policy of the signed-in principal lacks the key permission list.
                Have the key permission list added to its access policy, beside those that it has.
                """, told.problem());
        String detail = told.problem().detail().orElseThrow();
        assertTrue(detail.startsWith("HTTP 403 Forbidden/ForbiddenByPolicy\n"), detail);
        assertTrue(detail.contains("appid=" + World.CLIENT), detail);
        assertTrue(detail.matches("(?s).*\nRequest id [0-9a-f-]{36}"), detail);
    }

    @Test
    void noPolicyAtAll() throws Exception {
        open(standard().with(Vault.Settings.STANDARD, List.of()));
        assertTold("""
                vault.403.AccessDenied
                The vault main refuses to have its keys listed: no access policy knows the signed-in principal, or its policy lacks the key permission list.
                Compare the object id above with the vault's access policies: it must be that of the service principal, not of the application. Have the key permission list granted.
                """, forbidden(reader().keys()).problem());
    }

    @Test
    void noRole() throws Exception {
        open(World.vault("main", "westeurope", World.settings(false, true, false, Firewall.OPEN)));
        Told.Forbidden<?> told = forbidden(reader().material("tde", "0123456789abcdef0123456789abcdef"));
        assertEquals(new Permission("keys/get", "https://main.vault.azure.net"), told.permission());
        assertTold("""
                vault.403.ForbiddenByRbac
                The vault main refuses to have key tde read: no role of the signed-in principal allows it.
                Have a role assigned on the vault that allows it, such as Key Vault Crypto Officer to administer keys or Key Vault Crypto Service Encryption User to use them. A new assignment takes up to ten minutes to hold.
                """, told.problem());
    }

    @Test
    void aFirewallIsNoMissingRight() throws Exception {
        open(World.vault(
                "main",
                "westeurope",
                World.settings(false, false, false, new Firewall(true, "AzureServices", List.of("10.0.0.0/8"), true))));
        Problem problem = failed(reader().keys());
        assertTold("""
                vault.403.ForbiddenByFirewall
                The firewall of vault main does not let this machine in.
                Have the address above allowed in the vault's network settings, or work from a machine that is let in. SQL Server's own address is another: what is let in here says nothing about it.
                """, problem);
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
        assertTold("""
                vault.404.KeyNotFound
                The vault main has no key tde, or not that version of it.
                Check name and version. A key that was deleted is among the deleted keys and can be recovered.
                """, failed(reader().material("tde", "")));
    }

    @Test
    void aTokenOfAnotherTenant() throws Exception {
        open(standard());
        var elsewhere = doors(secret(World.SECRET), "other.example");
        Problem problem = failed(new KeyVaultReader(entra(elsewhere), vault("main")).keys());
        assertTold("""
                vault.401.Unauthorized
                The vault main does not accept the sign-in.
                Sign in to the tenant that the vault belongs to: its number stands above where the vault names it. Then check that vault and cloud belong together.
                """, problem);
        assertTrue(problem.detail().orElseThrow().contains("AKV10032"), problem.toString());
        assertTrue(problem.detail().orElseThrow().contains(new TenantId(World.TENANT).value()), problem.toString());
    }

    @Test
    void aVaultThatIsAskedTooMuchIsAskedAgainTwiceAndThenLeft() throws Exception {
        open(standard());
        world.faults().set("throttle");
        Problem problem = failed(reader().keys());
        assertTold("""
                vault.429.Throttled
                The vault main is asked for more than it answers.
                Wait 1 seconds and try again. SQL Server may meet the same: look who else uses this vault so much.
                """, problem);
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
        assertEquals(
                "The vault main has a fault of its own (503).",
                problem.summary().text());
    }

    private long asked(String what) {
        return world.log().stream().filter(line -> line.contains(what)).count();
    }
}
