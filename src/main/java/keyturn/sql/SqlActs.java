package keyturn.sql;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import com.microsoft.sqlserver.jdbc.ISQLServerMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;
import keyturn.run.door.SqlWriter;
import keyturn.script.Script;
import keyturn.script.act.SqlAct;

/** Performs acts over one connection. */
final class SqlActs implements SqlWriter {

    private final Connection connection;
    private final boolean verified;
    /** Everything that the server has said since the act began, errors and infos, in its order. */
    private final List<ISQLServerMessage> said;

    private SqlActs(Connection connection, boolean verified, List<ISQLServerMessage> said) {
        this.connection = connection;
        this.verified = verified;
        this.said = said;
    }

    static SqlActs on(Connection connection, boolean verified) throws Problem.Raised {
        List<ISQLServerMessage> said = new ArrayList<>();
        try {
            connection.unwrap(ISQLServerConnection.class).setServerMessageHandler(message -> {
                said.add(message);
                return message;
            });
            return new SqlActs(connection, verified, said);
        } catch (SQLException failure) {
            QuietClose.quietly(connection);
            throw new Problem.Raised(SqlProblems.driver(failure));
        }
    }

    @Override
    public Outcome perform(SqlAct act) {
        return perform(act.text());
    }

    private Outcome perform(Script text) {
        if (!verified && text.holdsSecret()) {
            return new Outcome.NotSent(SqlProblems.plain("secretUnverified"));
        }
        if (!isOpen()) {
            return new Outcome.NotSent(SqlProblems.plain("closed"));
        }
        said.clear();
        var collector = new Collector(new ArrayList<>(), new ArrayList<>());
        long began = System.nanoTime();
        try {
            new Batch(connection, collector).send(PlainText.of(text));
        } catch (SQLException failure) {
            return SqlOutcomes.unanswered(failure, said, isOpen());
        }
        List<ISQLServerMessage> errors = errors(collector);
        return errors.isEmpty()
                ? new Outcome.Done(
                        new Outcome.Answer(Duration.ofNanos(System.nanoTime() - began), messages(), collector.tables()))
                : SqlOutcomes.refused(errors);
    }

    /** In the server's order; an error that the handler was not shown stands in the exception that it became. */
    private List<ISQLServerMessage> errors(Collector collector) {
        List<ISQLServerMessage> errors =
                said.stream().filter(ISQLServerMessage::isErrorMessage).toList();
        return errors.isEmpty()
                ? collector.failures().stream()
                        .flatMap(failure -> SqlProblems.said(failure).stream())
                        .toList()
                : errors;
    }

    private boolean isOpen() {
        try {
            return !connection.isClosed();
        } catch (SQLException unsure) {
            return false;
        }
    }

    private List<DoorMessage> messages() {
        return said.stream()
                .map(message -> DoorMessage.numbered(message.getErrorNumber(), message.getErrorMessage()))
                .toList();
    }

    @Override
    public void close() {
        QuietClose.quietly(connection);
    }

    private record Collector(List<Outcome.Table> tables, List<SQLException> failures) implements Batch.Sink {

        @Override
        public void rows(ResultSet result) throws SQLException {
            tables.add(Cells.table(result));
        }

        @Override
        public void refused(SQLException failure) {
            failures.add(failure);
        }
    }
}
