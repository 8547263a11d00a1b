package keyturn.trouble.check;

import static keyturn.plan.SeenWorld.known;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.VaultSight.Material;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.plan.SeenWorld;
import keyturn.plan.forecast.SeenServer;
import keyturn.trouble.CheckName;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the connector that is loaded takes the keys that protect databases. */
final class ConnectorSideTest {

    private static final String VENDOR = "C:\\HSM\\vendor.dll";

    /** @param dated when the file of the loaded connector was made; empty: nobody knows */
    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, 15.0.300.96, '', 16.0.4225.2, FINE, ''",
        "RSA, 3072, 15.0.2000.440, 2020-11-24, 16.0.4225.2, FINE, ''",
        "RSA, 3072, 15.0.2000.440, 2020-09-11, 16.0.4225.2, FOUND, connector-old",
        "RSA, 3072, 15.0.2000.440, '', 16.0.4225.2, UNKNOWN, ''",
        "RSA, 3072, 15.0.300.96, '', 16.0.4225.2, FOUND, connector-old",
        "RSA, 4096, 15.0.2000.440, 2024-11-09, 16.0.4225.2, FOUND, key-kind",
        "EC, 256, 15.0.2000.440, 2024-11-09, 16.0.4225.2, FOUND, key-kind",
        "RSA-HSM, 2048, 15.0.2000.440, 2024-11-09, 16.0.4225.2, FINE, ''",
        "RSA-HSM, 2048, 15.0.2000.440, 2024-11-09, 16.0.1000.6, FOUND, key-kind",
        "RSA-HSM, 2048, 15.0.2000.440, 2024-11-09, 15.0.4415.2, FOUND, key-kind",
        "RSA-HSM, 2048, 15.0.2000.440, 2024-11-09, 17.0.1000.7, FINE, ''"
    })
    void theKindOfEachKeyIsHeldAgainstServerAndConnector(
            String type, int bits, String build, String dated, String server, State state, String cause) {
        Fact<LocalDate> date = dated.isEmpty() ? SeenWorld.unknown() : known(LocalDate.parse(dated));
        CheckResult result = connector(type, bits, server, new LoadedModule(SeenWorld.OLD.value(), build, date));
        assertEquals(state, result.state());
        assertEquals(
                cause, result.causes().stream().map(RootCause::slug).findFirst().orElse(""));
    }

    @Test
    void theDllOfAnotherVendorIsNoOldConnector() {
        CheckResult result = connector(
                "RSA",
                2048,
                "16.0.4225.2",
                new LoadedModule(VENDOR, "1.0.0.440"),
                new LoadedModule(SeenWorld.OLD.value(), "15.0.300.96"));
        assertEquals(State.FINE, result.state());
    }

    private static CheckResult connector(String type, int bits, String server, LoadedModule... modules) {
        var world = new SeenServer();
        var vendor = new Provider(
                65537, new ProviderName("Vendor"), SeenWorld.GUID.replace('2', '3'), "1.0.0.440", VENDOR, true);
        world.providers = known(List.of(SeenServer.provider(true), vendor));
        world.modules = known(List.of(modules));
        Version usual = SeenServer.version(true, Optional.empty());
        Set<String> operations = Set.of("wrapKey", "unwrapKey");
        world.azure = Optional.of(SeenServer.sight(
                new Version(
                        usual.id(),
                        usual.enabled(),
                        usual.created(),
                        usual.updated(),
                        usual.notBefore(),
                        usual.expires(),
                        known(new Material(type, bits, operations, Optional.of(SeenServer.MODULUS)))),
                100));
        Inspection seen = world.inspection();
        var identity = new Inspection.ServerIdentity(
                "SQL01", server, "Developer Edition (64-bit)", seen.identity().node(), "dba", true);
        Inspection versioned = new Inspection(identity, seen.takenAt(), seen.facts());
        return Checks.of(CheckedWorld.of(versioned), EnumSet.of(CheckName.CONNECTOR))
                .of(CheckName.CONNECTOR)
                .orElseThrow();
    }
}
