package keyturn.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import keyturn.domain.Problem;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultSight;
import keyturn.entra.AtAzure;
import keyturn.practice.azure.World;
import keyturn.practice.vault.AccessPolicy;
import keyturn.practice.vault.Firewall;
import keyturn.practice.vault.Role;
import keyturn.practice.vault.RoleAssignment;
import keyturn.practice.vault.Vault;
import keyturn.practice.vault.Vaults;
import org.junit.jupiter.api.Test;

/** How a vault is set and what the signed-in principal may do there, by the practice resource manager's word. */
final class ManagerReaderTest extends AtAzure {

    private static final String AUDIENCE = "https://management.azure.com";

    private ManagerReader reader() throws Exception {
        return new ManagerReader(entra(), world.doors().manager(), AUDIENCE);
    }

    private static UnaryOperator<Vaults> roles(RoleAssignment... all) {
        return vaults -> new Vaults(vaults.vaults(), List.of(all), vaults.delays());
    }

    private static RoleAssignment role(Role role, String scope) {
        return new RoleAssignment(
                "id-" + role, scope, role, World.PRINCIPAL, "ServicePrincipal", Instant.now(), Instant.MIN);
    }

    @Test
    void aVaultIsFoundWithItsSettings() throws Exception {
        Vault vault = World.vault("main", "westeurope", World.settings(true, false, true, Firewall.OPEN));
        open(vault);
        VaultSight.Resource seen = answer(reader().vault(vault("main")));
        assertEquals(
                new VaultSight.Resource(
                        vault.id(),
                        World.SUBSCRIPTION,
                        World.TENANT,
                        "westeurope",
                        true,
                        false,
                        true,
                        Duration.ofDays(90),
                        true),
                seen);
    }

    @Test
    void rightsOfAPolicyAreThoseOfThePrincipalThatSignedIn() throws Exception {
        open(standard()
                .with(new AccessPolicy(
                        World.TENANT, World.PRINCIPAL, Set.of("get", "list", "wrapKey"), Set.of(), Set.of())));
        ManagerReader reader = reader();
        assertEquals(
                EnumSet.of(KeyRight.GET, KeyRight.LIST, KeyRight.WRAP),
                answer(reader.rights(answer(reader.vault(vault("main"))))));
    }

    /** It may hold some through a group, which is not seen here: so they are not known, and not none. */
    @Test
    void whoIsOnNoPolicyHasRightsThatAreNotKnown() throws Exception {
        open(standard().with(Vault.Settings.STANDARD, List.of()));
        ManagerReader reader = reader();
        assertTold(
                failed(reader.rights(answer(reader.vault(vault("main"))))),
                "azure.no-policy",
                "azure.noPolicy",
                "azure.noPolicy.next");
    }

    /** Who asks is told by the token: without one nothing is known, and no policy is said to be missing. */
    @Test
    void withoutATokenNoPolicyIsSaidToBeMissing() throws Exception {
        Vault vault = standard();
        open(vault);
        var manager = new ManagerDoor(entra(), world.doors().manager(), AUDIENCE);
        JsonNode seen = manager.get(vault.id() + ManagerDoor.KEY_VAULT_VERSION);
        var refused = new KeyRights(entra(doors(secret("not-it"), World.TENANT)), AUDIENCE, manager);
        assertEquals("login.AADSTS7000215", failed(refused.byPolicies(seen)).code());
    }

    @Test
    void rightsOfRolesAreThoseOfAllThatAreHeld() throws Exception {
        Vault vault = World.vault("main", "westeurope", World.settings(false, true, false, Firewall.OPEN));
        open(
                vault,
                roles(
                        role(Role.READER, "/subscriptions/" + World.SUBSCRIPTION),
                        role(Role.CRYPTO_SERVICE_USER, vault.id())),
                who -> who);
        ManagerReader reader = reader();
        assertEquals(
                EnumSet.of(KeyRight.GET, KeyRight.LIST, KeyRight.WRAP, KeyRight.UNWRAP),
                answer(reader.rights(answer(reader.vault(vault("main"))))));
    }

    @Test
    void anOfficerMayDoEverythingWithKeys() throws Exception {
        Vault vault = World.vault("main", "westeurope", World.settings(false, true, false, Firewall.OPEN));
        open(vault, roles(role(Role.CRYPTO_OFFICER, vault.id())), who -> who);
        var rights = answer(reader().rights(new VaultSight.Resource(
                vault.id(), "", "", "", false, true, true, Duration.ofDays(90), false)));
        assertEquals(EnumSet.allOf(KeyRight.class), rights);
    }

    @Test
    void aVaultThatNobodySeesIsNamed() throws Exception {
        open(standard(), roles(), who -> who);
        Problem problem = failed(reader().vault(vault("main")));
        assertTold(problem, "azure.vault-unseen", "azure.vaultUnseen", "azure.vaultUnseen.next", "main");
    }

    /** What a DBA whose databases do not open must know first. */
    @Test
    void aDeletedVaultIsNamedWithTheTimeThatIsLeft() throws Exception {
        Instant deleted = Instant.parse("2026-11-20T10:00:00Z");
        open(standard().deleted(Optional.of(deleted)));
        Problem problem = failed(reader().vault(vault("main")));
        assertTold(
                problem,
                "azure.vault-deleted",
                "azure.vaultDeleted",
                "azure.vaultDeleted.next",
                "main",
                "2026-11-20T10:00:00Z",
                "2027-02-18T10:00:00Z");
    }

    @Test
    void whatMayNotBeReadIsSaidWithTheAction() throws Exception {
        open(standard(), roles(), who -> who);
        var vault =
                new VaultSight.Resource(standard().id(), "", "", "", false, false, true, Duration.ofDays(90), false);
        var told = forbidden(reader().rights(vault));
        assertEquals("Microsoft.KeyVault/vaults/read", told.permission().name());
        assertEquals("azure.403.AuthorizationFailed", told.problem().code());
        assertTrue(told.problem().detail().orElseThrow().contains("Request id "), told.toString());
    }

    @Test
    void aManagerThatIsAskedTooMuch() throws Exception {
        open(standard());
        world.faults().set("throttle@azure");
        Problem problem = failed(reader().vault(vault("main")));
        assertTrue(problem.code().startsWith("azure.429"), problem.code());
    }
}
