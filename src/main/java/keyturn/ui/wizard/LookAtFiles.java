package keyturn.ui.wizard;

import java.util.List;
import keyturn.domain.BackupFolder;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;

/** Looks whether files and folders are there, with the server's eyes. Waits: to be called in the background. */
@FunctionalInterface
public interface LookAtFiles {

    /** @return the same inspection, with these files and folders looked at */
    Inspection at(Target target, Inspection seen, List<DllPath> files, List<BackupFolder> folders)
            throws Problem.Raised;
}
