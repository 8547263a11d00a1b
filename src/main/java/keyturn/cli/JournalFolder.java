package keyturn.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Problem;

/** How a verb ends that was given the folder of a run. */
public final class JournalFolder {

    /** Wrong input; everything else that is wrong with a folder means that it is not as the run left it. */
    private static final Set<String> INPUT = Set.of(
            "journal.read",
            "journal.format",
            "filed.unreadable",
            "filed.begin",
            "plan-file.json",
            "plan-file.shape",
            "plan-file.format");

    /** How codes begin that are none of the connection. */
    private static final Set<String> REFUSALS = Set.of("run.", "plan.undo.", "filed.", "journal.", "plan-file.");

    private JournalFolder() {}

    /** What the run did counts for what its pages say of credentials, wherever it is filed. */
    public static void counts(Doors doors, Path run) {
        Optional.ofNullable(run.toAbsolutePath().normalize().getParent()).ifPresent(doors.ties()::runsIn);
    }

    public static Ended refused(Problem problem) {
        return new Ended(INPUT.contains(problem.code()) ? Exit.USAGE : Exit.REFUSED, problem);
    }

    /** Nothing was begun: another run or a run's own folder forbids it, or the server did not let us in. */
    public static Ended notBegun(Problem problem) {
        String code = problem.code();
        if (code.equals("journal.write")) {
            return new Ended(Exit.STOPPED, problem);
        }
        boolean refused = REFUSALS.stream().anyMatch(code::startsWith);
        return refused ? refused(problem) : new Ended(Exit.NO_CONNECTION, problem);
    }
}
