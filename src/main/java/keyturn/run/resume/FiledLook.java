package keyturn.run.resume;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.domain.Problem;

/** Whether the verdicts of a later look are filed. */
public sealed interface FiledLook {

    /**
     * Beside the run's evidence, and bound by a line of its journal.
     *
     * @param hash of the journal's last line, which binds all files of the run
     */
    record In(Path path, String hash) implements FiledLook {}

    /** Not filed, and need not be: another program writes to the journal, so a run is under way. */
    record RunUnderWay(Problem why) implements FiledLook {}

    /** Not filed, or without its line in the journal. */
    record Failed(Problem why) implements FiledLook {}

    default Optional<Path> file() {
        return switch (this) {
            case In in -> Optional.of(in.path());
            case RunUnderWay running -> Optional.empty();
            case Failed failed -> Optional.empty();
        };
    }

    /** Why it is not filed. */
    default Optional<Problem> unfiled() {
        return switch (this) {
            case In in -> Optional.empty();
            case RunUnderWay running -> Optional.of(running.why());
            case Failed failed -> Optional.of(failed.why());
        };
    }
}
