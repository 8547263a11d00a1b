package keyturn.practice.server.state;

import java.time.LocalDate;

/**
 * A DLL inside the server's process: stays as it is until a restart, whatever the catalog says and whatever lies at its path by then.
 *
 * @param date of the file that was loaded
 */
public record LoadedDll(int providerId, String path, ProductVersion version, LocalDate date) {

    public LoadedDll(int providerId, DllFile file) {
        this(providerId, file.path(), file.version(), file.date());
    }

    /** What it can do. */
    public ConnectorBuild build() {
        return new ConnectorBuild(version, date);
    }
}
