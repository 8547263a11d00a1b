package keyturn.ui.wizard;

import java.nio.file.Path;
import keyturn.domain.Problem;
import keyturn.ui.wizard.Draft.Rendered;

/** Writes the bundle of a plan, as it goes with a change ticket. Waits: to be called in the background. */
@FunctionalInterface
public interface Bundling {

    /** @return the folder or file written */
    Path write(Rendered plan, Path to) throws Problem.Raised;
}
