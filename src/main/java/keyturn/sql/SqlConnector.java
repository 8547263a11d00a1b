package keyturn.sql;

import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.entra.CodePrompt;
import keyturn.inspect.Connector;
import keyturn.inspect.Session;

/**
 * Opens SQL Server for looking, through Microsoft's driver; takes the target's first node. Reads end with
 * {@code sql.timeout} after a minute of silence; an answer that goes on for too long, or brings too much, is cut.
 */
public final class SqlConnector implements Connector {

    private final String version;
    private final SqlLimits limits;
    private final CodePrompt prompt;

    /** Where nobody signs in with a code. */
    public SqlConnector(String version) {
        this(version, SqlLimits.USUAL, DirectoryTokens.NOBODY);
    }

    /**
     * @param version of Keyturn, for the program name where no run is on
     * @param prompt for a sign-in with a code
     */
    public SqlConnector(String version, CodePrompt prompt) {
        this(version, SqlLimits.USUAL, prompt);
    }

    SqlConnector(String version, SqlLimits limits) {
        this(version, limits, DirectoryTokens.NOBODY);
    }

    private SqlConnector(String version, SqlLimits limits, CodePrompt prompt) {
        this.version = version;
        this.limits = limits;
        this.prompt = prompt;
    }

    @Override
    public Session open(Target target) throws Problem.Raised {
        return openFor(target, version);
    }

    @Override
    public Session openFor(Target target, String runId) throws Problem.Raised {
        return new SqlSession(Opening.open(target, Purpose.READ, runId, limits, prompt));
    }
}
