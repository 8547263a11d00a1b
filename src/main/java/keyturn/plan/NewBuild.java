package keyturn.plan;

import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;

/** Which build a DLL is taken to be. SQL Server shows no file's version before it is loaded: nobody has looked. */
public sealed interface NewBuild {

    /** The DBA said so. */
    record Stated(FileVersion build) implements NewBuild {}

    /** Its folder is named so. */
    record FromFolder(FileVersion build) implements NewBuild {}

    /** Nothing says. */
    record NotKnown() implements NewBuild {}

    /** What the DBA stated goes first. */
    static NewBuild of(DllPath dll, Optional<FileVersion> stated) {
        return stated.<NewBuild>map(given -> new Stated(KnownBuild.meant(given).orElse(given)))
                .orElseGet(() -> proposed(dll).<NewBuild>map(FromFolder::new).orElse(new NotKnown()));
    }

    /** What the folder's name proposes: a version, or the number on the download page where that means one version. */
    static Optional<FileVersion> proposed(DllPath dll) {
        String folder = dll.folder();
        try {
            return KnownBuild.meant(FileVersion.parse(folder.substring(folder.lastIndexOf('\\') + 1)));
        } catch (InvalidValue noVersion) {
            return Optional.empty();
        }
    }

    /** The version, where one was stated or proposed. */
    default Optional<FileVersion> version() {
        return switch (this) {
            case Stated stated -> Optional.of(stated.build());
            case FromFolder folder -> Optional.of(folder.build());
            case NotKnown unknown -> Optional.empty();
        };
    }
}
