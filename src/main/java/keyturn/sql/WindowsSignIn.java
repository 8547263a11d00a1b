package keyturn.sql;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import keyturn.domain.OperatingSystem;

/**
 * The sign-in as the Windows user, by Kerberos: through Java and, on Windows, its bridge to the system's own tickets, without any
 * library of Microsoft's (document: mssql-jdbc, {@code useDefaultGSSCredential}). Where somebody has put the driver's library
 * {@code mssql-jdbc_auth} on the path of libraries, the driver signs in by it instead, by NTLM too.
 */
final class WindowsSignIn {

    private static final String LIBRARY = "mssql-jdbc_auth";

    /** Of Java: the system's tickets instead of those of a file. */
    private static final String BRIDGE = "sun.security.jgss.native";

    private WindowsSignIn() {}

    static void applyTo(SQLServerDataSource source) {
        source.setIntegratedSecurity(true);
        if (isLibraryThere()) {
            return;
        }
        source.setAuthenticationScheme("JavaKerberos");
        if (OperatingSystem.isWindows()) {
            System.setProperty(BRIDGE, "true");
            source.setUseDefaultGSSCredential(true);
        }
    }

    /** Of any version: the driver says itself which one it lacks. */
    private static boolean isLibraryThere() {
        return OperatingSystem.isWindows()
                && Arrays.stream(System.getProperty("java.library.path", "").split(";"))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of)
                        .anyMatch(WindowsSignIn::holds);
    }

    private static boolean holds(Path folder) {
        try (var files = Files.newDirectoryStream(folder, LIBRARY + "*.dll")) {
            return files.iterator().hasNext();
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }
}
