package keyturn.cli.option;

import java.util.Optional;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.ProductionServers;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import picocli.CommandLine.Option;

/** The name of the server, given once more before something changes on one that is marked as production. */
public final class ConfirmOption {

    @Option(names = "--confirm-server", paramLabel = "NAME", descriptionKey = "help.confirmServer")
    Optional<String> name = Optional.empty();

    /** @throws Ended refused, where a production server is not named, or another server is */
    public void check(ServerIdentity server, ProductionServers production) throws Ended {
        if (name.isPresent() && !server.isNamed(name.get())) {
            throw Ended.of(Exit.REFUSED, "confirm.other", server.name(), name.get());
        }
        if (name.isEmpty() && isMarked(server, production)) {
            throw Ended.of(Exit.REFUSED, "confirm.missing", server.name());
        }
    }

    private static boolean isMarked(ServerIdentity server, ProductionServers production) throws Ended {
        try {
            return production.isMarked(server.name());
        } catch (Problem.Raised unreadable) {
            throw new Ended(Exit.REFUSED, unreadable.problem());
        }
    }
}
