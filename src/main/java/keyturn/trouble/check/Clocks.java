package keyturn.trouble.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import keyturn.domain.reach.EndpointSeen;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;

/** The clocks of the server, of this computer and of Azure. Azure is right: a token is refused by whoever differs from it too much. */
record Clocks(CheckedWorld world) {

    /** Tokens are refused by a clock that is further off. */
    private static final Duration MOST = Duration.ofMinutes(5);

    void check(Gathering into) {
        Optional<EndpointSeen> azure = azure();
        Optional<Instant> server = world.seen().facts().around().underway().serverTime();
        if (server.isEmpty()) {
            into.unread(world.seen().facts().around().underway().clock());
        }
        Optional<Duration> ahead =
                server.map(at -> Duration.between(world.seen().takenAt(), at));
        if (azure.isPresent()) {
            String host = azure.get().endpoint().host();
            Duration here = azure.get().clockAhead().orElseThrow();
            ahead.ifPresent(difference -> server(into, host, difference.plus(here)));
            here(into, host, here);
        } else {
            ahead.ifPresent(difference -> unjudged(into, difference));
        }
    }

    /** The first address that said its time; the difference is the same whichever of Azure's it is. */
    private Optional<EndpointSeen> azure() {
        return world.endpoints().stream()
                .filter(one -> one.clockAhead().isPresent())
                .min(Comparator.comparing(one -> one.endpoint().purpose()));
    }

    private static void server(Gathering into, String azure, Duration ahead) {
        if (isOff(ahead)) {
            into.say(State.FOUND, "clock.server.off", shown(azure, ahead), RootCause.CLOCK_WRONG);
        } else {
            into.say(State.FINE, "clock.server.right", shown(azure, ahead));
        }
    }

    private static void here(Gathering into, String azure, Duration ahead) {
        boolean off = isOff(ahead);
        into.say(off ? State.ATTENTION : State.FINE, off ? "clock.here.off" : "clock.here.right", shown(azure, ahead));
    }

    /** Without the time of Azure nobody knows which of both is right. */
    private void unjudged(Gathering into, Duration ahead) {
        boolean off = isOff(ahead);
        into.say(
                off ? State.ATTENTION : State.FINE,
                off ? "clock.off" : "clock.right",
                shown(world.seen().identity().name(), ahead));
    }

    private static boolean isOff(Duration ahead) {
        return ahead.abs().compareTo(MOST) > 0;
    }

    private static List<Object> shown(String other, Duration ahead) {
        return List.of(other, ahead.abs().toSeconds());
    }
}
