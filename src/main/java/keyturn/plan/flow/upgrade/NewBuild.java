package keyturn.plan.flow.upgrade;

import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;

/**
 * The build of the new DLL, and who says so. SQL Server shows no version of a file that it has not loaded, so nobody has
 * looked: a person stated it, or the folder is named after it.
 *
 * @param version as said; empty where nobody says it
 */
public record NewBuild(Optional<FileVersion> version, Source source) {

    /** Who says it. */
    public enum Source {
        STATED,
        FOLDER,
        NOBODY
    }

    /** The DBA says so. */
    public static NewBuild stated(FileVersion version) {
        return new NewBuild(Optional.of(version), Source.STATED);
    }

    /** Nobody says it. */
    public static NewBuild unsaid() {
        return new NewBuild(Optional.empty(), Source.NOBODY);
    }

    /** What the name of the DLL's folder says, if it is a version. */
    public static NewBuild proposed(DllPath dll) {
        String folder = dll.folder();
        try {
            FileVersion version = FileVersion.parse(folder.substring(folder.lastIndexOf('\\') + 1));
            return new NewBuild(Optional.of(version), Source.FOLDER);
        } catch (InvalidValue none) {
            return new NewBuild(Optional.empty(), Source.NOBODY);
        }
    }
}
