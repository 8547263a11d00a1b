package keyturn.sql;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import com.microsoft.sqlserver.jdbc.ISQLServerMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.door.Access;
import keyturn.script.Script;
import keyturn.script.act.Act;

/** Performs acts over one connection. */
final class SqlActs implements Access.Acts {

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
    public Access.Outcome perform(Act act) {
        return switch (act) {
            case Act.SqlBatch batch -> perform(batch.text());
            case Act.CreateVaultKey create -> new Access.Refused(Duration.ZERO, problem("sql.otherDoor"));
            case Act.BackUpVaultKey backUp -> new Access.Refused(Duration.ZERO, problem("sql.otherDoor"));
            case Act.AddAppSecret add -> new Access.Refused(Duration.ZERO, problem("sql.otherDoor"));
            case Act.TryVaultKey attempt -> new Access.Refused(Duration.ZERO, problem("sql.otherDoor"));
            case Act.OperatorTask task -> new Access.Refused(Duration.ZERO, problem("sql.otherDoor"));
        };
    }

    private Access.Outcome perform(Script text) {
        if (!verified && text.fragments().stream().anyMatch(Script.Hidden.class::isInstance)) {
            return new Access.Refused(Duration.ZERO, problem("sql.secretUnverified"));
        }
        said.clear();
        var collector = new Collector(new ArrayList<>(), new ArrayList<>());
        long began = System.nanoTime();
        try {
            new Batch(connection, collector).send(PlainText.of(text));
        } catch (SQLException failure) {
            return broken(failure, since(began));
        }
        List<ISQLServerMessage> errors =
                said.stream().filter(ISQLServerMessage::isErrorMessage).toList();
        if (!errors.isEmpty()) {
            return new Access.Refused(since(began), SqlProblems.refused(errors, Message.of("sql.act")));
        }
        if (!collector.failures().isEmpty()) {
            return new Access.Refused(
                    since(began), SqlProblems.driver(collector.failures().getFirst()));
        }
        return new Access.Done(since(began), messages(), collector.tables());
    }

    /** Whatever ends without the server's answer is unknown, even where it had begun to say why. */
    private Access.Outcome broken(SQLException failure, Duration took) {
        if (isOpen() && !String.valueOf(failure.getSQLState()).startsWith("08")) {
            return new Access.Refused(took, SqlProblems.driver(failure));
        }
        Problem lost = SqlProblems.lost(failure);
        String before = said.stream().map(SqlProblems::written).reduce("", (all, one) -> all + "\n" + one);
        return new Access.Lost(
                took, new Problem(lost.code(), lost.summary(), lost.detail().map(d -> d + before), lost.next()));
    }

    private boolean isOpen() {
        try {
            return !connection.isClosed();
        } catch (SQLException unsure) {
            return false;
        }
    }

    private List<String> messages() {
        return said.stream()
                .map(message -> message.getErrorNumber() + " " + message.getErrorMessage())
                .toList();
    }

    private static Problem problem(String key) {
        return new Problem(key, Message.of(key), Optional.empty(), Message.of(key + ".next"));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        QuietClose.quietly(connection);
    }

    private record Collector(List<Access.Table> tables, List<SQLException> failures) implements Batch.Sink {

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
