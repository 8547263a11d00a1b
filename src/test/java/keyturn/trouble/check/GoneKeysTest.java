package keyturn.trouble.check;

import static keyturn.plan.SeenWorld.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Surroundings.Registration;
import keyturn.plan.SeenWorld;
import keyturn.plan.forecast.SeenServer;
import keyturn.plan.next.HandRepair;
import keyturn.trouble.RootCause;
import org.junit.jupiter.api.Test;

/** A database is closed, and of two keys of master the vault shows one. */
final class GoneKeysTest {

    private static final AsymmetricKeyName OLD = new AsymmetricKeyName("Old_Key");

    private final SeenServer server = new SeenServer();

    GoneKeysTest() {
        var credential = Optional.of(new CredentialName("cred"));
        server.keys = known(List.of(
                new AsymmetricKey(SeenServer.KEY, SeenWorld.KEY, SeenWorld.GUID, 2048),
                new AsymmetricKey(OLD, SeenWorld.OTHER_KEY, SeenWorld.GUID, 2048)));
        server.logins = known(List.of(
                new KeyLogin(SeenServer.LOGIN, SeenServer.KEY, credential),
                new KeyLogin(new LoginName("Old_Login"), OLD, credential)));
        server.registrations = known(List.of(
                new Registration(SeenServer.KEY, SeenServer.MODULUS.toString(16), Optional.empty()),
                new Registration(OLD, "00ff".repeat(64), Optional.empty())));
        server.databases =
                known(List.of(SeenWorld.encrypted(5, "Sales"), SeenWorld.unreadable(6, "Archive", "RECOVERY_PENDING")));
    }

    @Test
    void theOneDeletedKeyOfTheVaultIsAGuessWhereTheHostWasNotRead() {
        CheckReport report = report(vault("some-key"));
        assertEquals(RootCause.KEY_DELETED, report.causes().getFirst());
        assertEquals(List.of(new HandRepair.RecoverKey(SeenServer.VAULT, "some-key", true)), repairs(report));
    }

    @Test
    void theRegistryOfTheHostTellsWhichOfSeveralItIs() {
        CheckReport report = report(vault("some-key", "old-key"), "old-key");
        assertEquals(List.of(new HandRepair.RecoverKey(SeenServer.VAULT, "old-key", false)), repairs(report));
    }

    @Test
    void anotherDeletedKeyIsNotRecoveredInItsPlace() {
        assertEquals(List.of(), repairs(report(vault("some-key"), "old-key")));
        assertEquals(List.of(), repairs(report(vault("some-key", "other-key"))));
    }

    @Test
    void whereNothingCanBeRecoveredABackupIsRestored() {
        OfferedRepair offered = report(vault()).repair(RootCause.KEY_DELETED).orElseThrow();
        assertEquals("restore-keys", offered.flow().orElseThrow().value());
    }

    @Test
    void aVaultThatNobodyLookedAtLacksNoKey() {
        server.credentials = known(List.of(
                new Credential(1, new CredentialName("cred"), "contoso", 65536),
                new Credential(2, new CredentialName("other"), "fabrikam", 65536)));
        server.logins = known(List.of(
                new KeyLogin(SeenServer.LOGIN, SeenServer.KEY, Optional.of(new CredentialName("cred"))),
                new KeyLogin(new LoginName("Old_Login"), OLD, Optional.of(new CredentialName("other")))));
        assertFalse(report(vault("some-key")).causes().contains(RootCause.KEY_DELETED));
    }

    @Test
    void aVaultThatWasNotSeenWholeLacksNoKey() {
        var half = new VaultSight.Key("more", false, Map.of(), SeenWorld.unknown(), SeenWorld.unknown());
        assertFalse(report(vault(Stream.of("some-key"), half)).causes().contains(RootCause.KEY_DELETED));
        assertTrue(report(vault("some-key")).causes().contains(RootCause.KEY_DELETED));
    }

    private CheckReport report(VaultSight vault) {
        server.azure = Optional.of(new AzureSight(List.of(vault), SeenServer.application(100), List.of()));
        return Checks.of(CheckedWorld.of(server.inspection()), Set.of());
    }

    /** @param onHost name of the old key's vault key, as the registry has it */
    private CheckReport report(VaultSight vault, String onHost) {
        server.azure = Optional.of(new AzureSight(List.of(vault), SeenServer.application(100), List.of()));
        var uri = new HostSight.KeyUri(
                SeenWorld.OTHER_KEY.hex(),
                SeenServer.VAULT.uri() + ":443/keys/" + onHost + "/00000000000000000000000000000001");
        var registry = new HostSight.Registry("", Optional.of(true), List.of(uri));
        Inspection seen = server.inspection()
                .withHost(known(new HostSight(
                        "SQL01",
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.of(registry),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of())));
        return Checks.of(CheckedWorld.of(seen), Set.of());
    }

    private static List<HandRepair> repairs(CheckReport report) {
        return report.repair(RootCause.KEY_DELETED).map(OfferedRepair::byHand).orElse(List.of());
    }

    private static VaultSight vault(String... deleted) {
        return vault(Stream.of(deleted));
    }

    private static VaultSight vault(Stream<String> deleted, VaultSight.Key... more) {
        Fact<List<VaultSight.Version>> versions = known(List.of(SeenServer.version(true, Optional.empty())));
        var key = new VaultSight.Key("tde-key", false, Map.of(), versions, SeenWorld.unknown());
        return new VaultSight(
                SeenServer.VAULT,
                SeenWorld.unknown(),
                known(Stream.concat(Stream.of(key), Stream.of(more)).toList()),
                known(deleted.map(name -> new VaultSight.DeletedKey(name, Optional.empty(), Optional.empty()))
                        .toList()),
                SeenWorld.unknown(),
                SeenWorld.unknown());
    }
}
