package keyturn.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.inspect.Session;
import keyturn.inspect.SqlReader;

/** A connection to look through. */
final class SqlSession implements Session, SqlReader {

    private final Connection connection;

    SqlSession(Connection connection) {
        this.connection = connection;
    }

    @Override
    public SqlReader sql() {
        return this;
    }

    @Override
    public List<Result> read(String batch) throws Problem.Raised {
        List<Result> results = new ArrayList<>();
        try {
            new Batch(connection, new Collector(results)).send(batch);
            return results;
        } catch (SQLException failure) {
            throw new Problem.Raised(SqlProblems.lost(failure));
        }
    }

    @Override
    public void close() {
        QuietClose.quietly(connection);
    }

    private record Collector(List<Result> results) implements Batch.Sink {

        @Override
        public void rows(ResultSet rows) throws SQLException {
            results.add(new Rows(Cells.typed(rows)));
        }

        @Override
        public void refused(SQLException failure) {
            results.add(new Failed(failure.getErrorCode(), String.valueOf(failure.getMessage())));
        }
    }
}
