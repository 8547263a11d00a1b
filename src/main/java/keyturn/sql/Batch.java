package keyturn.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Sends a batch as it stands and goes through every result: an error late in a batch shows only there. The exceptions'
 * chain is not asked, because this driver looks for the next one by throwing results away.
 */
final class Batch {

    private final Connection connection;
    private final Sink sink;

    Batch(Connection connection, Sink sink) {
        this.connection = connection;
        this.sink = sink;
    }

    /** What hears the results, in order. */
    interface Sink {

        void rows(ResultSet rows) throws SQLException;

        /** One statement failed by the server's word; the batch may go on. */
        void refused(SQLException failure);
    }

    /** @throws SQLException if the connection broke or the driver itself failed */
    void send(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Result result = next(() -> statement.execute(text));
            while (result != Result.COUNT || statement.getUpdateCount() != -1) {
                if (result == Result.ROWS) {
                    read(statement);
                }
                result = next(statement::getMoreResults);
            }
        }
    }

    private void read(Statement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            sink.rows(rows);
        } catch (SQLException failure) {
            note(failure);
        }
    }

    private Result next(Move move) throws SQLException {
        try {
            return move.toNext() ? Result.ROWS : Result.COUNT;
        } catch (SQLException failure) {
            note(failure);
            return Result.ERROR;
        }
    }

    private void note(SQLException failure) throws SQLException {
        if (SqlProblems.said(failure).isEmpty() || connection.isClosed()) {
            throw failure;
        }
        sink.refused(failure);
    }

    private enum Result {
        ROWS,
        COUNT,
        ERROR
    }

    private interface Move {
        boolean toNext() throws SQLException;
    }
}
