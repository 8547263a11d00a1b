package keyturn.trouble.check;

import static keyturn.plan.SeenWorld.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.SeenWorld;
import keyturn.trouble.CheckName;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing on the host depends on which connector the server has, if any. */
final class HostSideTest {

    @ParameterizedTest
    @CsvSource({
        "15.00.0300.96, 14.0, FINE, ''",
        "15.00.0300.96, 12.0, ATTENTION, runtime-missing",
        "13.00.0811.168, 12.0, FINE, ''",
        "13.00.0811.168, 14.0, ATTENTION, runtime-missing"
    })
    void theRuntimeIsThatOfTheConnector(String connector, String family, State state, String cause) {
        CheckReport report = report(new SeenWorld().providerVersion(connector).inspection(), family);
        CheckResult runtime = report.of(CheckName.RUNTIME).orElseThrow();
        assertEquals(state, runtime.state());
        assertEquals(
                cause,
                runtime.causes().stream().map(RootCause::slug).findFirst().orElse(""));
    }

    @Test
    void theInstallerOf2015IsNotOfferedToAConnectorThatNeedsThatOf2013() {
        CheckReport present = report(new SeenWorld().inspection(), "12.0");
        assertTrue(present.repair(RootCause.RUNTIME_MISSING).isPresent());
        CheckReport old =
                report(new SeenWorld().providerVersion("13.00.0811.168").inspection(), "14.0");
        assertEquals(Optional.empty(), old.repair(RootCause.RUNTIME_MISSING));
    }

    @ParameterizedTest
    @CsvSource({"15.00.0300.96, ATTENTION", "13.00.0811.168, FINE"})
    void aConnectorBefore1050NeedsNoRegistryKey(String connector, State state) {
        CheckReport report = report(new SeenWorld().providerVersion(connector).inspection(), "14.0");
        assertEquals(state, report.of(CheckName.REGISTRY).orElseThrow().state());
    }

    @Test
    void aServerWithoutAProviderLacksNothingOnTheHost() {
        CheckReport report = report(new SeenWorld().providers(known(List.of())).inspection());
        assertEquals(State.FINE, report.of(CheckName.REGISTRY).orElseThrow().state());
        assertEquals(State.FINE, report.of(CheckName.RUNTIME).orElseThrow().state());
    }

    /** The permission came with 2022; before, nobody can grant it. */
    @ParameterizedTest
    @CsvSource({"16.0.4225.2, trouble.permission.log", "14.0.3456.2, trouble.permission.log.role"})
    void theRightToReadTheErrorLogIsThatOfTheVersion(String version, String key) {
        Inspection seen = new SeenWorld().version(version).inspection();
        List<String> keys = Checks.of(CheckedWorld.of(seen), Set.of(CheckName.PERMISSIONS)).results().stream()
                .flatMap(one -> one.lines().stream())
                .map(line -> line.key())
                .filter(one -> one.matches("trouble\\.permission\\.log(\\.role)?"))
                .toList();
        assertEquals(List.of(key), keys);
    }

    private static CheckReport report(Inspection seen, String... families) {
        var host = new HostSight(
                "SQL01",
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Stream.of(families)
                        .map(family -> new HostSight.VisualCpp(family, family))
                        .toList(),
                Optional.empty(),
                List.of(),
                List.of());
        return Checks.of(CheckedWorld.of(seen.withHost(known(host))), Set.of(CheckName.REGISTRY, CheckName.RUNTIME));
    }
}
