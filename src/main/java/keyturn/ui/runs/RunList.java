package keyturn.ui.runs;

import java.nio.file.Path;
import keyturn.domain.Problem;
import keyturn.evidence.runs.Runs;

/** The runs that are filed. Waits: to be called in the background. */
public interface RunList {

    /** On servers that are still there. */
    Runs all();

    /** On the practice worlds that windows have started, most of which are gone. */
    Runs practice();

    /** The one in this folder, wherever that lies. */
    Runs.Run at(Path folder);

    /** Nobody is reminded of it any more. */
    void dismiss(Runs.Run run) throws Problem.Raised;
}
