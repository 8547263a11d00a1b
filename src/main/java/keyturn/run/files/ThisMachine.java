package keyturn.run.files;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine that this program runs on. */
public final class ThisMachine {

    private ThisMachine() {}

    /** Its name, as its system tells it; {@code ?} where it has none. Asks no name server where the system names it. */
    public static String name() {
        return Stream.of(System.getenv("COMPUTERNAME"), System.getenv("HOSTNAME"))
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .findFirst()
                .or(ThisMachine::fromHosts)
                .orElse("?");
    }

    private static Optional<String> fromHosts() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }
}
