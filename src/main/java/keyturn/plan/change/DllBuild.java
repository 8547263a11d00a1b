package keyturn.plan.change;

import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;

/**
 * A connector DLL as a plan knows it.
 *
 * @param version empty: nobody says it
 */
public record DllBuild(DllPath path, Optional<FileVersion> version) {

    /** The version, or the path where there is none. */
    public String shown() {
        return version.map(FileVersion::toString).orElse(path.value());
    }
}
