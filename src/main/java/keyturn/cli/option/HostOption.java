package keyturn.cli.option;

import java.util.Optional;
import keyturn.cli.Ended;
import keyturn.domain.Target;
import keyturn.domain.host.HostDoor;
import picocli.CommandLine.Option;

/** How the Windows host of a server is reached; without a way, work there is an operator's. */
public final class HostOption {

    @Option(names = "--host", paramLabel = "local|remote|none", descriptionKey = "help.host")
    Optional<String> host = Optional.empty();

    /** A practice target has a door of its own: {@code none} closes it, {@code local} takes this computer's PowerShell to it. */
    Target with(Target target) throws Ended {
        if (host.isEmpty()) {
            return target;
        }
        return switch (host.get()) {
            case "none" -> target.withHost(Optional.empty());
            case "local" -> target.withHost(Optional.of(local(target.host())));
            case "remote" -> target.withHost(Optional.of(remote(target)));
            default -> throw Ended.usage("target.host.unknown", host.get());
        };
    }

    private static HostDoor local(Optional<HostDoor> own) {
        return own.map(door -> switch (door) {
                    case HostDoor.Practice practice -> practice.byPowerShell();
                    case HostDoor.Local local -> local;
                    case HostDoor.Remoting remote -> new HostDoor.Local();
                })
                .orElseGet(HostDoor.Local::new);
    }

    private static HostDoor remote(Target target) throws Ended {
        String computer = target.nodes().getFirst().address().host();
        if (target.host().isPresent() || !HostDoor.Remoting.isName(computer)) {
            throw Ended.usage("target.host.noRemote", computer);
        }
        return new HostDoor.Remoting(computer);
    }
}
