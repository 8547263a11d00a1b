package keyturn.sql;

import java.sql.Connection;

/** A connection, and what limits it. */
record Opened(Connection connection, Wire wire, SqlLimits limits) {

    void close() {
        QuietClose.quietly(connection);
    }
}
