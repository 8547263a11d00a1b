package keyturn.trouble.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Underway;
import keyturn.domain.reach.Endpoint;
import keyturn.domain.reach.EndpointSeen;
import keyturn.domain.reach.EndpointSeen.Reach;
import keyturn.plan.SeenWorld;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.SeenServer;
import keyturn.trouble.CheckName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three clocks: the one of Azure is right, and the computer that differs from it is told. */
final class ClocksTest {

    /**
     * @param server minutes by which the server's clock is ahead of Azure's
     * @param here minutes by which this computer's is
     */
    @ParameterizedTest
    @CsvSource({
        "0, 0, FINE, ''",
        "0, 10, ATTENTION, ''",
        "0, -10, ATTENTION, ''",
        "10, 0, FOUND, clock-wrong",
        "-10, 0, FOUND, clock-wrong",
        "10, 10, FOUND, clock-wrong",
        "4, -4, FINE, ''",
        "-4, 4, FINE, ''"
    })
    void theComputerIsToldWhoseClockDiffersFromAzures(int server, int here, String state, String cause) {
        assertEquals(state + " " + cause, told(server - here, Optional.of(Duration.ofMinutes(here))));
    }

    @ParameterizedTest
    @CsvSource({"10, ATTENTION", "1, FINE"})
    void withoutTheTimeOfAzureNoneOfBothIsBlamed(int between, String state) {
        assertEquals(state + " ", told(between, Optional.empty()));
    }

    /** @param between minutes by which the server's clock is ahead of this computer's */
    private static String told(int between, Optional<Duration> hereAhead) {
        var server = new SeenServer();
        Underway none = Underway.unseen();
        server.underway = new Underway(
                none.limits(),
                none.scans(),
                none.scansPaused(),
                none.backups(),
                none.oldLog(),
                List.of(),
                none.files(),
                SeenWorld.known(
                        SeenWorld.TAKEN.plus(Duration.ofMinutes(between)).atOffset(ZoneOffset.ofHours(2))),
                none.startType(),
                none.connected());
        var login = new EndpointSeen(
                new Endpoint(Endpoint.Purpose.SIGN_IN, "login.microsoftonline.com", 443),
                Reach.ANSWERED,
                Optional.empty(),
                hereAhead,
                Optional.empty(),
                List.of());
        Inspection seen = server.inspection();
        CheckResult clock = Checks.of(
                        new CheckedWorld(
                                seen,
                                Forecast.of(seen),
                                SeenWorld.unknown(),
                                SeenWorld.unknown(),
                                List.of(login),
                                SeenWorld.unknown()),
                        EnumSet.of(CheckName.CLOCK))
                .of(CheckName.CLOCK)
                .orElseThrow();
        return clock.state() + " "
                + Stream.concat(clock.causes().stream().map(cause -> cause.slug()), Stream.of(""))
                        .findFirst()
                        .orElseThrow();
    }
}
