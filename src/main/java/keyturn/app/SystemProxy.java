package keyturn.app;

import keyturn.domain.OperatingSystem;

/**
 * Lets Java ask Windows for its proxy, as every other program there does. Elsewhere Java's own properties say which to use; who
 * has set them, or this one, is left alone.
 */
final class SystemProxy {

    private static final String ASK = "java.net.useSystemProxies";

    private SystemProxy() {}

    /** Before the first connection: Java reads it once. */
    static void install() {
        if (OperatingSystem.isWindows()
                && System.getProperty(ASK) == null
                && System.getProperty("https.proxyHost") == null) {
            System.setProperty(ASK, "true");
        }
    }
}
