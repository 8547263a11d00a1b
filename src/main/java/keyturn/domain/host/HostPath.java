package keyturn.domain.host;

import java.util.Optional;
import keyturn.domain.InvalidValue;
import keyturn.domain.Rules;
import keyturn.domain.WindowsPath;

/**
 * A file or folder on the host of a server: an absolute Windows path, drive or share, of at most 240 characters, without a
 * backslash at its end.
 */
public record HostPath(String value) {

    private static final int LIMIT = 240;

    /** @throws InvalidValue {@code host-path.*} */
    public HostPath {
        value = value.replaceAll("(?<=[^\\\\:])\\\\$", "");
        refuse(value, WindowsPath.whole(value, LIMIT));
        refuse(value, WindowsPath.parts(value));
    }

    /** A file or folder in this folder. */
    public HostPath in(String name) {
        return new HostPath(value + "\\" + name);
    }

    /** What lies beside it under this name, followed by something more. */
    public HostPath with(String more) {
        return new HostPath(value + more);
    }

    /** The folder that it lies in; a drive's root has none. */
    public Optional<HostPath> folder() {
        int last = value.lastIndexOf('\\');
        return last > 2 ? Optional.of(new HostPath(value.substring(0, last))) : Optional.empty();
    }

    /** Windows' own comparison: without regard to case. */
    public boolean sameAs(HostPath other) {
        return value.equalsIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static void refuse(String value, Optional<WindowsPath.Broken> broken) {
        if (broken.isPresent()) {
            throw Rules.broken("host-path", "domain.hostPath", value, broken.get());
        }
    }
}
