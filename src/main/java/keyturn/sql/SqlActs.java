package keyturn.sql;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import com.microsoft.sqlserver.jdbc.ISQLServerMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;
import keyturn.run.door.SqlWriter;
import keyturn.script.Script;
import keyturn.script.act.SqlAct;
import org.jspecify.annotations.Nullable;

/** Performs acts over one connection. They may take as long as they take; of what comes back, what a person can read is kept. */
final class SqlActs implements SqlWriter {

    private static final int MESSAGES = 1000;
    private static final int TABLES = 100;
    private static final int ROWS = 10_000;
    private static final int VALUE_LENGTH = 10_000;

    private final Connection connection;
    private final boolean verified;
    /** What the server has said since the act began, errors and infos, in its order. */
    private final List<ISQLServerMessage> said;

    private SqlActs(Connection connection, boolean verified, List<ISQLServerMessage> said) {
        this.connection = connection;
        this.verified = verified;
        this.said = said;
    }

    static SqlActs on(Opened opened, boolean verified) throws Problem.Raised {
        List<ISQLServerMessage> said = new ArrayList<>();
        Connection connection = opened.connection();
        try {
            connection.unwrap(ISQLServerConnection.class).setServerMessageHandler(message -> kept(message, said));
            return new SqlActs(connection, verified, said);
        } catch (SQLException failure) {
            opened.close();
            throw new Problem.Raised(SqlProblems.driver(failure));
        }
    }

    /** The first ones tell what happened, and the last one how it ended; an info that is not kept, the driver forgets too. */
    private static @Nullable ISQLServerMessage kept(ISQLServerMessage message, List<ISQLServerMessage> said) {
        if (said.size() < MESSAGES) {
            said.add(message);
            return message;
        }
        said.set(MESSAGES - 1, message);
        return message.isErrorMessage() ? message : null;
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
                ? new Outcome.Done(new Outcome.Answer(
                        Duration.ofNanos(System.nanoTime() - began), messages(collector.tables()), collector.tables()))
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

    private List<DoorMessage> messages(List<Outcome.Table> tables) {
        List<DoorMessage> messages = new ArrayList<>();
        said.forEach(
                message -> messages.add(DoorMessage.numbered(message.getErrorNumber(), message.getErrorMessage())));
        boolean full = said.size() >= MESSAGES
                || tables.size() >= TABLES
                || tables.stream().anyMatch(table -> table.rows().size() >= ROWS);
        if (full) {
            messages.add(DoorMessage.of(
                    Message.of("sql.act.kept", MESSAGES, TABLES, ROWS).text()));
        }
        return messages;
    }

    @Override
    public void close() {
        QuietClose.quietly(connection);
    }

    private record Collector(List<Outcome.Table> tables, List<SQLException> failures) implements Batch.Sink {

        @Override
        public void rows(ResultSet result) throws SQLException {
            if (tables.size() < TABLES) {
                tables.add(Cells.table(result, ROWS, VALUE_LENGTH));
            }
        }

        @Override
        public void refused(SQLException failure) {
            if (failures.size() < MESSAGES) {
                failures.add(failure);
            }
        }
    }
}
