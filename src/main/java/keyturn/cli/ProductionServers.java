package keyturn.cli;

import keyturn.domain.Problem;

/** The servers that somebody has marked as production in the window. */
@FunctionalInterface
public interface ProductionServers {

    /**
     * @param serverName as the server calls itself: {@code HOST\INSTANCE}
     * @throws Problem.Raised if what was marked cannot be read
     */
    boolean isMarked(String serverName) throws Problem.Raised;
}
