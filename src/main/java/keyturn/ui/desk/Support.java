package keyturn.ui.desk;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.trouble.look.CheckLook;

/** Writes the support bundle of this user. Waits: to be called in the background. */
@FunctionalInterface
public interface Support {

    /** @param server what was seen of the one that has a problem; empty: none was looked at */
    void write(Path zip, Optional<CheckLook.Looked> server) throws Problem.Raised;
}
