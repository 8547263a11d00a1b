package keyturn.practice.server.state;

import java.time.LocalDate;
import keyturn.practice.tsql.types.Bytes;

/**
 * What a build of the connector can do. 15.0.2000.440 is three builds that the date of the file tells apart.
 *
 * @param date of its file
 */
public record ConnectorBuild(ProductVersion version, LocalDate date) {

    private static final LocalDate NOVEMBER_2020 = LocalDate.of(2020, 11, 24);
    private static final int LONGEST_NAME = 26;
    private static final int TOO_LONG = 2049;
    private static final int UNREADABLE = 2052;
    private static final int NOT_SUPPORTED = 3;

    /** No page tells the count. */
    private static final int RETRIES = 2;

    /** Up to 1.0.4.0 a thumbprint is made of the key's name, and the registry is not needed. */
    public boolean shortThumbprints() {
        return version.major() < 15;
    }

    /** From September 2020 on: messages by level, and asking again. */
    private boolean since2020() {
        return version.major() > 15 || (version.major() == 15 && version.build() >= 2000);
    }

    /** From November 2020 on: keys of 3072 bits, and names with a version. */
    private boolean sinceNovember2020() {
        return since2020() && !date.isBefore(NOVEMBER_2020);
    }

    /** How often it asks again where the network, or the vault, fails it: not before the build of 2020. */
    public int retries() {
        return since2020() ? RETRIES : 0;
    }

    public Bytes thumbprint(VaultKey key) {
        return shortThumbprints() ? key.shortThumbprint() : key.thumbprint();
    }

    /** Why it does not ask the vault for a key of this name; 0 where it does. */
    public int refusesName(String name) {
        int slash = name.indexOf('/');
        boolean unreadable = shortThumbprints() && KeyThumbprint.ofName(name).isEmpty();
        if (unreadable || (slash >= 0 && !sinceNovember2020())) {
            return UNREADABLE;
        }
        return (slash < 0 ? name.length() : slash) > LONGEST_NAME ? TOO_LONG : 0;
    }

    /** Why it does not take a key that it got; 0 where it does. */
    public int refuses(VaultKey key) {
        boolean size = key.bits() == 2048 || (key.bits() == 3072 && sinceNovember2020());
        return key.rsa() && size ? 0 : NOT_SUPPORTED;
    }
}
