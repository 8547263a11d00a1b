package keyturn.practice.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is made to go wrong on the host.
 *
 * | fault | what happens |
 * |---|---|
 * | {@code msi=N}, {@code msi=N@install}, {@code @uninstall}, {@code @extract} | the Windows installer ends with N; with 0, 1641 and 3010 it did its work |
 * | {@code slow-stop=S} | a service takes S seconds to stop |
 * | {@code bad-signature@host} | the signature of no DLL is valid for PowerShell |
 * | {@code unreadable@host} | files that are put somewhere are readable for administrators alone |
 * | {@code registry-lost} | an uninstallation takes the connector's registry keys with it |
 */
public final class HostFaults {

    static final String SIGNATURE = "bad-signature@host";
    static final String UNREADABLE = "unreadable@host";
    static final String REGISTRY = "registry-lost";

    private static final Pattern MSI = Pattern.compile("msi=(\\d{1,5})(?:@(install|uninstall|extract))?");
    private static final Pattern SLOW = Pattern.compile("slow-stop=(\\d{1,4})");

    private final List<String> set = new ArrayList<>();

    /** Whether a text names a fault of the host, rightly written or not. */
    public static boolean concerns(String text) {
        return text.startsWith("msi=")
                || text.startsWith("slow-stop")
                || List.of(SIGNATURE, UNREADABLE, REGISTRY).contains(text);
    }

    public static String known() {
        return "msi=1618 slow-stop=5 " + SIGNATURE + " " + UNREADABLE + " " + REGISTRY;
    }

    /** @throws IllegalArgumentException for a fault that is not understood */
    public synchronized void set(String text) {
        boolean right = MSI.matcher(text).matches()
                || SLOW.matcher(text).matches()
                || List.of(SIGNATURE, UNREADABLE, REGISTRY).contains(text);
        if (!right) {
            throw new IllegalArgumentException("Unknown fault '" + text + "'. On the host: " + known() + ".");
        }
        set.add(text);
    }

    /** By its whole text, or by its name alone. */
    public synchronized boolean clear(String text) {
        return set.removeIf(each -> each.equals(text) || each.startsWith(text + "="));
    }

    synchronized boolean has(String text) {
        return set.contains(text);
    }

    /** The code with which the installer is made to end. */
    synchronized OptionalInt msi(String what) {
        return set.stream()
                .map(MSI::matcher)
                .filter(Matcher::matches)
                .filter(m -> Optional.ofNullable(m.group(2)).orElse(what).equals(what))
                .mapToInt(m -> Integer.parseInt(m.group(1)))
                .findFirst();
    }

    synchronized int secondsToStop() {
        return set.stream()
                .map(SLOW::matcher)
                .filter(Matcher::matches)
                .mapToInt(m -> Integer.parseInt(m.group(1)))
                .findFirst()
                .orElse(0);
    }
}
