package keyturn.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a connector DLL lies on the server: an absolute Windows path (drive or share) that ends in {@code .dll}, at most
 * 256 characters (document: set-up steps for extensible key management, FROM FILE). Each part between backslashes is one
 * that Windows takes as it stands: no device name, no dot or blank at its end, neither {@code .} nor {@code ..} (document:
 * Naming files, paths and namespaces).
 */
public record DllPath(String value) {

    private static final int LIMIT = 256;
    private static final Pattern DLL = Pattern.compile("(?i).*[^\\\\]\\.dll", Pattern.DOTALL);

    public DllPath {
        refuse(value, WindowsPath.whole(value, LIMIT));
        if (!DLL.matcher(value).matches()) {
            refuse(value, Optional.of(new WindowsPath.Broken("extension", Optional.empty())));
        }
        refuse(value, WindowsPath.parts(value));
    }

    /** The folder, without the last backslash. */
    public String folder() {
        return value.substring(0, value.lastIndexOf('\\'));
    }

    public String fileName() {
        return value.substring(value.lastIndexOf('\\') + 1);
    }

    /** Windows' own comparison: without regard to case. */
    public boolean sameFileAs(DllPath other) {
        return value.equalsIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static void refuse(String value, Optional<WindowsPath.Broken> broken) {
        if (broken.isPresent()) {
            throw Rules.broken("dll-path", "domain.dllPath", value, broken.get());
        }
    }
}
