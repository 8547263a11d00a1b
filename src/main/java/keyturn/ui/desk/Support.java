package keyturn.ui.desk;

import java.nio.file.Path;
import keyturn.domain.Problem;

/** Writes the support bundle of this user. Waits: to be called in the background. */
@FunctionalInterface
public interface Support {
    void write(Path zip) throws Problem.Raised;
}
