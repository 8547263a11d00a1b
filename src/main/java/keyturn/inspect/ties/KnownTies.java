package keyturn.inspect.ties;

import keyturn.domain.azure.Ties;

/** What this machine knows of the applications that credentials sign in as. */
@FunctionalInterface
public interface KnownTies {

    KnownTies NONE = server -> Ties.NONE;

    /**
     * What cannot be read is not known.
     *
     * @param server as it calls itself: {@code HOST\INSTANCE}
     */
    Ties of(String server);
}
