package keyturn.practice.host;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import keyturn.practice.server.state.DllFile;

/**
 * What a package of the connector installs. The three builds of 15.0.2000.440 are one product to the installer.
 *
 * @param dll as it lies where the package puts it
 */
record ConnectorPackage(DllFile dll) {

    static final String NAME = "SQL Server Connector for Microsoft Azure Key Vault";
    static final String FOLDER = "C:\\Program Files\\" + NAME;

    /** The version that Programs and Features shows, which is not that of the file. */
    String version() {
        int major = dll.version().major();
        return major >= 15 ? "1.0.5.0" : major >= 13 ? "1.0.4.0" : dll.version().toString();
    }

    String productCode() {
        UUID code = UUID.nameUUIDFromBytes((NAME + " " + dll.version()).getBytes(StandardCharsets.UTF_8));
        return "{" + code.toString().toUpperCase(Locale.ROOT) + "}";
    }

    /** As the download centre names it. */
    String fileName() {
        return dll.version().build() >= 2000
                ? "SQLServerConnectorforMicrosoftAzureKeyVault.msi"
                : NAME + " " + version() + ".msi";
    }
}
