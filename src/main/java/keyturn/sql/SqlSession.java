package keyturn.sql;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.inspect.Session;
import keyturn.inspect.SqlReader;

/** A connection to look through. After an answer that had to be cut the connection is gone, and so is every later answer. */
final class SqlSession implements Session, SqlReader {

    private final Opened opened;

    SqlSession(Opened opened) {
        this.opened = opened;
    }

    @Override
    public SqlReader sql() {
        return this;
    }

    @Override
    public List<Result> read(String batch) throws Problem.Raised {
        Optional<Message> before = opened.wire().exceeded();
        if (before.isPresent()) {
            return List.of(new Cut(before.get()));
        }
        Collector collector = new Collector(opened);
        opened.wire().limit(opened.limits().look(), opened.limits().megabytes());
        try {
            ignoreInfos();
            new Batch(opened.connection(), collector).send(batch);
        } catch (SQLException failure) {
            Message limit = opened.wire().exceeded().orElseThrow(() -> new Problem.Raised(SqlProblems.lost(failure)));
            collector.results.add(new Cut(limit));
        } finally {
            opened.wire().free();
        }
        return collector.results;
    }

    /** The driver would keep them all, and nobody here reads them. */
    private void ignoreInfos() throws SQLException {
        opened.connection()
                .unwrap(ISQLServerConnection.class)
                .setServerMessageHandler(message -> message.isErrorMessage() ? message : null);
    }

    @Override
    public void close() {
        opened.close();
    }

    /** Takes results as far as the limits go. */
    private static final class Collector implements Batch.Sink {

        private final Opened opened;
        private final List<Result> results = new ArrayList<>();
        private int rows;

        Collector(Opened opened) {
            this.opened = opened;
        }

        @Override
        public void rows(ResultSet found) throws SQLException {
            Result result = Cells.typed(found, opened.limits());
            if (result instanceof Rows some) {
                rows += some.rows().size();
            }
            take(result);
        }

        @Override
        public void refused(SQLException failure) {
            take(new Failed(failure.getErrorCode(), String.valueOf(failure.getMessage())));
        }

        private void take(Result result) {
            SqlLimits limits = opened.limits();
            if (results.size() >= limits.results()) {
                opened.wire().end(Message.of("sql.limit.results", limits.results()));
            } else if (rows > limits.rowsInAll()) {
                opened.wire().end(Message.of("sql.limit.rowsInAll", limits.rowsInAll()));
            } else {
                results.add(result);
            }
        }
    }
}
