package keyturn.sql;

import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.inspect.Connector;
import keyturn.inspect.Session;

/**
 * Opens SQL Server for looking, through Microsoft's driver; takes the target's first node. Reads end with
 * {@code sql.timeout} after a minute of silence.
 *
 * @param version of Keyturn, for the program name where no run is on
 */
public record SqlConnector(String version) implements Connector {

    @Override
    public Session open(Target target) throws Problem.Raised {
        return openFor(target, version);
    }

    @Override
    public Session openFor(Target target, String runId) throws Problem.Raised {
        return new SqlSession(Opening.open(target, Purpose.READ, runId));
    }
}
