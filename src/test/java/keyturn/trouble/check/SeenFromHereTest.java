package keyturn.trouble.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultAddress.Store;
import keyturn.domain.azure.VaultSight;
import keyturn.plan.SeenWorld;
import keyturn.plan.forecast.SeenServer;
import keyturn.trouble.CheckName;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Azure refuses this computer, or whoever signed in here, is no fault of SQL Server unless SQL Server signs in the same way. */
final class SeenFromHereTest {

    private static final Set<CheckName> AZURE = EnumSet.of(CheckName.SECRET, CheckName.VAULT, CheckName.RIGHTS);

    private static final VaultAddress OTHER = new VaultAddress("fabrikam", Store.VAULT, Cloud.PUBLIC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vault.403.ForbiddenByFirewall",
                "vault.403.ForbiddenByRbac",
                "vault.401",
                "login.AADSTS53003",
                "login.AADSTS7000222",
                "login.AADSTS700024",
                "login.other-tenant",
                "vault.connect"
            })
    void whatThePersonAtThisComputerIsRefusedIsNoCause(String code) {
        CheckReport report = report(Optional.empty(), code, SeenServer.VAULT);
        assertEquals(List.of(), report.causes());
        assertFalse(report.isFailing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vault.403.ForbiddenByFirewall", "login.AADSTS700024", "vault.connect"})
    void theNetworkAndTheClockHereAreNotThoseOfTheServerWhoeverSignsIn(String code) {
        assertFalse(
                report(Optional.of(SeenServer.CLIENT), code, SeenServer.VAULT).isFailing());
    }

    @Test
    void whatTheApplicationOfSqlServerIsRefusedIsACause() {
        CheckReport rights = report(Optional.of(SeenServer.CLIENT), "vault.403.ForbiddenByRbac", SeenServer.VAULT);
        assertEquals(RootCause.RIGHTS_MISSING, rights.causes().getFirst());
        CheckReport expired = report(Optional.of(SeenServer.CLIENT), "login.AADSTS7000222", SeenServer.VAULT);
        assertEquals(RootCause.SECRET_EXPIRED, expired.causes().getFirst());
    }

    @Test
    void twoVaultsThatThisComputerDoesNotReachAreNoOutage() {
        for (String code : List.of("vault.connect", "vault.dns", "login.connect")) {
            CheckReport report = report(Optional.empty(), code, SeenServer.VAULT, OTHER);
            assertFalse(report.mustWait(), code);
            assertEquals(
                    State.ATTENTION, report.of(CheckName.VAULT).orElseThrow().state(), code);
        }
    }

    @Test
    void aVaultThatSaysItselfThatItIsDownIsAnOutageWhoeverAsks() {
        CheckReport report = report(Optional.empty(), "vault.503", SeenServer.VAULT);
        assertTrue(report.mustWait());
        assertEquals(RootCause.SERVICE_DOWN, report.causes().getFirst());
    }

    private static CheckReport report(Optional<ClientId> engine, String code, VaultAddress... vaults) {
        var server = new SeenServer();
        List<Problem> problems = Stream.of(vaults)
                .map(vault -> new Problem(
                        code,
                        Message.of("inspect.azure.late", vault.name()),
                        Optional.empty(),
                        Message.of("inspect.azure.late.next")))
                .toList();
        List<VaultSight> unseen = Stream.of(vaults)
                .map(vault -> new VaultSight(
                        vault,
                        SeenWorld.unknown(),
                        SeenWorld.unknown(),
                        SeenWorld.unknown(),
                        SeenWorld.unknown(),
                        SeenWorld.unknown()))
                .toList();
        Optional<ClientId> expired = engine.filter(client -> code.endsWith("7000222"));
        server.azure =
                Optional.of(new AzureSight(unseen, SeenServer.application(100), problems, expired, List.of(), engine));
        return Checks.of(CheckedWorld.of(server.inspection()), AZURE);
    }
}
