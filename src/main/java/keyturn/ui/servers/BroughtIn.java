package keyturn.ui.servers;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import keyturn.domain.InvalidValue;
import keyturn.domain.ServerAddress;
import keyturn.domain.reach.RegisteredServer;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.ServerLabel;
import keyturn.ui.wizard.ServerLabel.Colour;

/** From another tool's list into ours. */
final class BroughtIn {

    private static final int RED = 16;
    private static final int GREEN = 8;
    private static final int BYTE = 0xff;

    /** Two parts of a colour this far apart differ to the eye. */
    private static final int APART = 48;

    private BroughtIn() {}

    /** Empty: its address is none that Keyturn understands. */
    static Optional<Known> of(RegisteredServer server) {
        try {
            String address = ServerAddress.parse(server.address()).toString();
            String name = server.name().equalsIgnoreCase(address) ? "" : server.name();
            var label = new ServerLabel(name, server.group(), colour(server.colour()));
            return Optional.of(new Known(
                    address,
                    address,
                    server.login().orElse(""),
                    "",
                    environment(server),
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    label));
        } catch (InvalidValue unknown) {
            return Optional.empty();
        }
    }

    /** A group that says so in its name; a wrong guess of production costs a word to type, the other one is not made. */
    private static Environment environment(RegisteredServer server) {
        String group = server.group().toLowerCase(Locale.ROOT);
        return group.matches("(.*\\W)?prod(uction)?(\\W.*)?") ? Environment.PRODUCTION : Environment.NOT_SAID;
    }

    /** The nearest of ours by its strongest part; none for greys. */
    private static Colour colour(OptionalInt rgb) {
        if (rgb.isEmpty()) {
            return Colour.NONE;
        }
        int red = rgb.getAsInt() >> RED & BYTE;
        int green = rgb.getAsInt() >> GREEN & BYTE;
        int blue = rgb.getAsInt() & BYTE;
        int most = Math.max(red, Math.max(green, blue));
        if (most - Math.min(red, Math.min(green, blue)) < APART) {
            return Colour.NONE;
        }
        if (red == most) {
            return warm(red, green, blue);
        }
        return green == most ? Colour.GREEN : red - green > APART ? Colour.VIOLET : Colour.BLUE;
    }

    private static Colour warm(int red, int green, int blue) {
        if (blue - green > APART) {
            return Colour.VIOLET;
        }
        return green * 2 > red ? Colour.ORANGE : Colour.RED;
    }
}
