package keyturn.practice.server;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import keyturn.practice.Range;

/** A client of a range: runs batches to their end and keeps all that came back. */
final class RangeClient implements AutoCloseable {

    private final Connection connection;

    /**
     * All that a batch answered; errors and infos as {@code number severity state text}, the place
     * of each error as {@code line procedure}.
     */
    record Answer(List<List<String>> rows, List<String> errors, List<String> infos, List<String> places) {
        String onlyError() {
            return errors.size() == 1 ? errors.getFirst() : errors.toString();
        }
    }

    private RangeClient(Connection connection) {
        this.connection = connection;
    }

    static RangeClient administrator(Range range) throws SQLException {
        return connect(range, range.user(), range.password(), "");
    }

    static RangeClient reader(Range range) throws SQLException {
        return connect(range, range.reader(), range.readerPassword(), "");
    }

    static RangeClient connect(Range range, String user, String password, String database) throws SQLException {
        return connect(range, properties(range, user, password, database));
    }

    static RangeClient connect(Range range, Properties properties) throws SQLException {
        return new RangeClient(DriverManager.getConnection("jdbc:sqlserver://127.0.0.1:" + range.port(), properties));
    }

    static Properties properties(Range range, String user, String password, String database) {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("encrypt", "strict");
        properties.put("serverCertificate", range.certificate().toString());
        properties.put("connectRetryCount", "0");
        properties.put("loginTimeout", "20");
        properties.put("applicationName", "server tests");
        if (!database.isEmpty()) {
            properties.put("databaseName", database);
        }
        return properties;
    }

    Connection connection() {
        return connection;
    }

    /** @throws SQLException if the connection died */
    Answer run(String sql) throws SQLException {
        Answer answer = new Answer(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (Statement statement = connection.createStatement()) {
            boolean result = first(statement, sql, answer);
            while (true) {
                if (result) {
                    rows(statement.getResultSet(), answer);
                } else if (statement.getUpdateCount() == -1) {
                    break;
                }
                result = next(statement, answer);
            }
            warnings(statement, answer);
        }
        return answer;
    }

    /**
     * The errors of a batch whose one statement fails with several. Apart from {@link #run}, since the driver's way to
     * the second error eats what follows.
     */
    List<String> errors(String sql) throws SQLException {
        List<String> errors = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLServerException e) {
            for (SQLException each = e; each != null; each = each.getNextException()) {
                errors.add(each instanceof SQLServerException known ? words(known) : String.valueOf(each));
            }
        }
        return errors;
    }

    private static String words(SQLServerException e) {
        var error = e.getSQLServerError();
        return error == null
                ? String.valueOf(e.getMessage())
                : error.getErrorNumber() + " " + error.getErrorSeverity() + " " + error.getErrorState() + " "
                        + error.getErrorMessage();
    }

    private static boolean first(Statement statement, String sql, Answer answer) throws SQLException {
        try {
            return statement.execute(sql);
        } catch (SQLServerException e) {
            return failed(statement, e, answer);
        }
    }

    private static boolean next(Statement statement, Answer answer) throws SQLException {
        try {
            return statement.getMoreResults();
        } catch (SQLServerException e) {
            return failed(statement, e, answer);
        }
    }

    private static boolean failed(Statement statement, SQLServerException e, Answer answer) throws SQLException {
        if (e.getSQLServerError() == null) {
            throw e;
        }
        tell(e, answer);
        return next(statement, answer);
    }

    private static void tell(SQLServerException e, Answer answer) {
        answer.errors().add(words(e));
        answer.places()
                .add((e.getSQLServerError().getLineNumber() + " "
                                + e.getSQLServerError().getProcedureName())
                        .strip());
    }

    private static void rows(ResultSet result, Answer answer) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        while (another(result, answer)) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                row.add(String.valueOf(result.getString(i)));
            }
            answer.rows().add(row);
        }
    }

    /** An error may come behind the last row, or in place of one. */
    private static boolean another(ResultSet result, Answer answer) throws SQLException {
        try {
            return result.next();
        } catch (SQLServerException e) {
            if (e.getSQLServerError() == null) {
                throw e;
            }
            tell(e, answer);
            return false;
        }
    }

    private static void warnings(Statement statement, Answer answer) throws SQLException {
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            answer.infos().add(warning.getErrorCode() + " " + warning.getMessage());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
