package keyturn.practice.contract;

import com.microsoft.sqlserver.jdbc.ISQLServerMessage;
import com.microsoft.sqlserver.jdbc.ISQLServerMessageHandler;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Microsoft's JDBC driver. */
final class DriverClient implements Client {

    private final String settings;

    DriverClient() {
        this("");
    }

    /** @param settings as its URL has them: {@code ;packetSize=512} */
    DriverClient(String settings) {
        this.settings = settings;
    }

    @Override
    public List<List<Answer>> run(Place place, List<Case> cases) {
        List<List<Answer>> all = new ArrayList<>();
        for (Case each : cases) {
            try (var connection = connect(place)) {
                List<Answer> answers = new ArrayList<>();
                for (String text : each.texts()) {
                    answers.add(new Asked().ask(connection.unwrap(SQLServerConnection.class), text));
                }
                all.add(answers);
            } catch (SQLException lost) {
                throw new AssertionError(each.name(), lost);
            }
        }
        return all;
    }

    Connection connect(Place place) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlserver://" + place.host() + ":" + place.port() + settings, properties(place));
    }

    private static Properties properties(Place place) {
        Properties properties = new Properties();
        properties.put("user", place.user());
        properties.put("password", place.password());
        properties.put("encrypt", "true");
        place.certificate().ifPresent(file -> {
            properties.put("encrypt", "strict");
            properties.put("serverCertificate", file.toString());
        });
        return properties;
    }

    /** One text under way; the handler sees each message of the server in its order. */
    private static final class Asked implements ISQLServerMessageHandler {

        private final List<String> rows = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();
        private final List<String> prints = new ArrayList<>();
        private String columns = "";

        Answer ask(SQLServerConnection connection, String text) throws SQLException {
            connection.setServerMessageHandler(this);
            try (Statement statement = connection.createStatement()) {
                boolean result = past(() -> statement.execute(text), statement);
                while (result || statement.getUpdateCount() != -1) {
                    if (result) {
                        rows(statement.getResultSet());
                    }
                    result = past(statement::getMoreResults, statement);
                }
            }
            return new Answer(columns, rows, errors, prints);
        }

        /** One step; a step that threw an error of the server, which is noted already, leads to the next one. */
        private static boolean past(Step step, Statement statement) throws SQLException {
            try {
                return step.take();
            } catch (SQLServerException e) {
                if (e.getSQLServerError() == null) {
                    throw e;
                }
                return past(statement::getMoreResults, statement);
            }
        }

        @Override
        public ISQLServerMessage messageHandler(ISQLServerMessage message) {
            if (message.getErrorSeverity() > 10) {
                errors.add(Words.error(
                        message.getErrorNumber(),
                        message.getErrorSeverity(),
                        message.getErrorState(),
                        message.getLineNumber(),
                        message.getErrorMessage()));
            } else if (Words.isSaid(message.getErrorNumber())) {
                prints.add(message.getErrorMessage());
            }
            return message;
        }

        private void rows(ResultSet result) throws SQLException {
            int width = result.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                names.add(result.getMetaData().getColumnLabel(i));
            }
            columns = columns.isEmpty() ? Words.columns(names) : columns;
            while (another(result)) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    values.add(Words.value(result.getObject(i)));
                }
                rows.add(Words.row(values));
            }
        }

        /** An error may come in place of a row. */
        private static boolean another(ResultSet result) throws SQLException {
            try {
                return result.next();
            } catch (SQLServerException e) {
                if (e.getSQLServerError() == null) {
                    throw e;
                }
                return false;
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        boolean take() throws SQLException;
    }
}
