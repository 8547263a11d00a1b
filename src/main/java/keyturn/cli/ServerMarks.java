package keyturn.cli;

import keyturn.domain.Problem;

/** What somebody has said in the window that servers are for. */
@FunctionalInterface
public interface ServerMarks {

    /** What a server is for. */
    enum Mark {
        PRODUCTION,
        TEST,
        /** Nobody has said. */
        NONE
    }

    /**
     * @param serverName as the server calls itself: {@code HOST\INSTANCE}
     * @throws Problem.Raised if what was marked cannot be read
     */
    Mark of(String serverName) throws Problem.Raised;
}
