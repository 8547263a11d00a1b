package keyturn.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** Ends connections. */
final class QuietClose {

    private QuietClose() {}

    /** The driver only closes a socket here; a socket that will not close changes nothing on the server. */
    static void quietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            System.getLogger(QuietClose.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing a connection", ignored);
        }
    }
}
