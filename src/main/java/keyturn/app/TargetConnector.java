package keyturn.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.entra.CodePrompt;
import keyturn.host.HostLookReader;
import keyturn.inspect.AzureReaders;
import keyturn.inspect.Connector;
import keyturn.inspect.Session;
import keyturn.inspect.SqlReader;
import keyturn.inspect.host.HostReader;

/** Opens all doors of a target for looking: SQL Server at once, Azure's when first asked. */
record TargetConnector(Connector sql, CodePrompt prompt) implements Connector {

    private static final Logger LOG = System.getLogger(TargetConnector.class.getName());

    @Override
    public Session open(Target target) throws Problem.Raised {
        return logged(target, () -> with(target, sql.open(target)));
    }

    @Override
    public Session openFor(Target target, String runId) throws Problem.Raised {
        return logged(target, () -> with(target, sql.openFor(target, runId)));
    }

    /** Opens a session. */
    @FunctionalInterface
    private interface Opening {
        Session open() throws Problem.Raised;
    }

    /** Address and outcome alone. */
    private static Session logged(Target target, Opening opening) throws Problem.Raised {
        Object address = target.nodes().getFirst().address();
        try {
            Session session = opening.open();
            LOG.log(Level.DEBUG, "connected to {0}", address);
            return session;
        } catch (Problem.Raised refused) {
            LOG.log(
                    Level.WARNING,
                    "not connected to {0}: {1}",
                    address,
                    refused.problem().code());
            throw refused;
        }
    }

    private Session with(Target target, Session server) throws Problem.Raised {
        Optional<AzureDoors> doors = target.azure();
        if (doors.isEmpty() && target.host().isEmpty()) {
            return server;
        }
        try {
            Optional<AzureReaders> azure =
                    doors.isEmpty() ? Optional.empty() : Optional.of(AzureReading.open(doors.get(), prompt));
            return new Whole(server, azure, target.host().map(HostLookReader::of));
        } catch (Problem.Raised unreadable) {
            server.close();
            throw unreadable;
        }
    }

    private record Whole(Session server, Optional<AzureReaders> azure, Optional<HostReader> host) implements Session {

        @Override
        public SqlReader sql() {
            return server.sql();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
