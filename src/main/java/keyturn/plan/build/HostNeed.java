package keyturn.plan.build;

import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;

/**
 * What a connector needs on its host (documents: set-up steps; SQL Server Connector maintenance and troubleshooting): since 1.0.5.0 the
 * Visual C++ runtime of 2015 and a registry key of its own, before that the runtime of 2013.
 */
public enum HostNeed {
    RUNTIME_2013("12.0"),
    RUNTIME_2015_AND_REGISTRY("14.0");

    /** File version of 1.0.5.0; builds before begin with 13 or 1. */
    private static final int SINCE = 15;

    private final String family;

    HostNeed(String family) {
        this.family = family;
    }

    public static HostNeed of(FileVersion connector) {
        return connector.major() < SINCE ? RUNTIME_2013 : RUNTIME_2015_AND_REGISTRY;
    }

    /** One whose version cannot be read counts as a present one. */
    public static HostNeed of(String connector) {
        try {
            return of(FileVersion.parse(connector));
        } catch (InvalidValue unreadable) {
            return RUNTIME_2015_AND_REGISTRY;
        }
    }

    /** As Visual C++ numbers its runtimes. */
    public String family() {
        return family;
    }
}
