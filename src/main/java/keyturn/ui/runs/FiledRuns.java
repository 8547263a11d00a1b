package keyturn.ui.runs;

import java.nio.file.Path;
import keyturn.domain.Problem;
import keyturn.evidence.runs.Dismissals;
import keyturn.evidence.runs.Runs;

/**
 * The runs in a folder of this user's. Those on a world of the window's own lie apart: when it is gone, nobody can look at them
 * again.
 */
public record FiledRuns(Path folder) implements RunList {

    /** Where runs on a practice world of the window's own are filed. */
    public static Path practice(Path runs) {
        return runs.resolve("practice");
    }

    @Override
    public Runs all() {
        return Runs.in(folder);
    }

    @Override
    public Runs practice() {
        return Runs.in(practice(folder));
    }

    @Override
    public Runs.Run at(Path run) {
        return Runs.at(run);
    }

    @Override
    public void dismiss(Runs.Run run) throws Problem.Raised {
        Dismissals.add(run);
    }
}
