package keyturn.app;

import java.util.Optional;

/** The version of this program, as its jar has it. */
final class Version {

    private Version() {}

    /** {@code development} where it runs from compiled classes. */
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
