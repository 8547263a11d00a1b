package keyturn.cli.option;

import java.util.Optional;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.ServerMarks;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.plan.Plan;
import keyturn.plan.step.HostStep;
import picocli.CommandLine.Option;

/** The name of the server, given once more before something changes on one that is not known to be for tests or practice. */
public final class ConfirmOption {

    @Option(names = "--confirm-server", paramLabel = "NAME", descriptionKey = "help.confirmServer")
    Optional<String> name = Optional.empty();

    /** @throws Ended refused, where a server is not named that must be, or another server is; one that is stopped must always be named */
    public void check(Plan plan, ServerMarks marks) throws Ended {
        ServerIdentity server = plan.identity();
        check(server, marks);
        if (name.isEmpty() && !server.practice() && HostStep.stopsEngine(plan.steps())) {
            throw Ended.of(Exit.REFUSED, "confirm.stops", server.name());
        }
    }

    void check(ServerIdentity server, ServerMarks marks) throws Ended {
        if (name.isPresent() && !server.isNamed(name.get())) {
            throw Ended.of(Exit.REFUSED, "confirm.other", server.name(), name.get());
        }
        if (name.isPresent()) {
            return;
        }
        switch (mark(server, marks)) {
            case PRODUCTION -> throw Ended.of(Exit.REFUSED, "confirm.missing", server.name());
            case NONE -> {
                if (!server.practice()) {
                    throw Ended.of(Exit.REFUSED, "confirm.unset", server.name());
                }
            }
            case TEST -> {}
        }
    }

    private static ServerMarks.Mark mark(ServerIdentity server, ServerMarks marks) throws Ended {
        try {
            return marks.of(server.name());
        } catch (Problem.Raised unreadable) {
            throw new Ended(Exit.REFUSED, unreadable.problem());
        }
    }
}
