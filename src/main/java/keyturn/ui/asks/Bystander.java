package keyturn.ui.asks;

import java.util.Optional;
import keyturn.domain.Secret;

/** In a practice world that the window has started: what somebody outside Keyturn does on a real server. */
public interface Bystander {

    /** The server in sight is such a world. */
    boolean isHere();

    /** Restarts the practice server, as its DBA would; waits until it takes connections again, or does not start. */
    void restart();

    /** A secret that the owner of SQL Server's application has made and no credential holds yet; empty: there is none. */
    Optional<Secret> newSecret();
}
