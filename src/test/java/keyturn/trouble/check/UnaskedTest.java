package keyturn.trouble.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.TiedApplication;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.SeenWorld;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.SeenServer;
import keyturn.trouble.CheckName;
import keyturn.trouble.check.CheckResult.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No check says that something is fine that nobody asked, or that means nothing on this build. */
final class UnaskedTest {

    @ParameterizedTest
    @CsvSource({
        "16.0.4225.2, true, FINE",
        "16.0.4225.2, false, ATTENTION",
        "16.0.1000.6, true, ATTENTION",
        "15.0.4298.1, false, ATTENTION",
        "15.0.4123.1, true, ATTENTION",
        "13.0.6300.2, true, ATTENTION",
        "13.0.6300.2, false, FINE",
        "17.0.1000.7, true, FINE"
    })
    void theTraceFlagIsFineWhereThisBuildKnowsItAndItIsOn(String version, boolean on, State state) {
        Inspection seen = new SeenWorld().version(version).inspection();
        CheckedWorld world = world(seen, SeenWorld.known(on), SeenWorld.unknown());
        assertEquals(state, result(world, CheckName.TRACE_FLAG).state());
    }

    @Test
    void aProxyThatNobodyLookedUpIsUnknown() {
        Inspection seen = new SeenWorld().inspection();
        assertEquals(
                List.of("trouble.said.proxy.account", "trouble.said.proxy.none"),
                proxy(world(seen, SeenWorld.unknown(), SeenWorld.known(Optional.empty()))));
        assertEquals(
                List.of("plan.fact.unknown", "trouble.said.proxy.account"),
                proxy(world(seen, SeenWorld.unknown(), SeenWorld.unknown())));
    }

    @Test
    void theApplicationOfEachCredentialIsListed() {
        var server = new SeenServer();
        AzureSight sight = new AzureSight(List.of(), SeenWorld.unknown(), List.of());
        server.azure = Optional.of(
                sight.with(List.of(new TiedApplication(SeenServer.CLIENT, SeenServer.application(100))), List.of()));
        CheckResult secret = result(CheckedWorld.of(server.inspection()), CheckName.SECRET);
        assertEquals(State.FINE, secret.state());
    }

    private static CheckedWorld world(Inspection seen, Fact<Boolean> flag, Fact<Optional<String>> proxy) {
        return new CheckedWorld(seen, Forecast.of(seen), SeenWorld.unknown(), flag, List.of(), proxy);
    }

    private static List<String> proxy(CheckedWorld world) {
        Stream<String> keys = result(world, CheckName.PROXY).lines().stream().map(line -> line.key());
        return keys.sorted().toList();
    }

    private static CheckResult result(CheckedWorld world, CheckName check) {
        return Checks.of(world, EnumSet.of(check)).of(check).orElseThrow();
    }
}
