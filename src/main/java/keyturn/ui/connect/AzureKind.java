package keyturn.ui.connect;

import java.util.Arrays;
import keyturn.ui.parts.Words;

/** The ways to sign in to Azure that can be chosen. */
public enum AzureKind {
    INTERACTIVE,
    DEVICE,
    CLI,
    POWERSHELL,
    SECRET,
    CERTIFICATE,
    MANAGED;

    /** The one of this name; the first for any other. */
    static AzureKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(INTERACTIVE);
    }

    /** An application signs in, and which must be said. */
    boolean needsClient() {
        return this == SECRET || this == CERTIFICATE;
    }

    boolean takesClient() {
        return needsClient() || this == MANAGED;
    }

    /** Anyone who signs in need not be the application whose secret SQL Server holds. */
    boolean takesApplication() {
        return this != SECRET;
    }

    /** As the combo box shows it. */
    @Override
    public String toString() {
        return Words.of("connect.azure.auth." + name());
    }
}
