package keyturn.ui.desk;

import java.nio.file.Path;
import keyturn.domain.Problem;

/** Opens a file or folder with the system's own program. Waits: to be called in the background. */
@FunctionalInterface
public interface Opener {

    /** @throws Problem.Raised if this computer has no program for it, or that program failed */
    void open(Path path) throws Problem.Raised;
}
