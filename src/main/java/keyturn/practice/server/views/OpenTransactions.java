package keyturn.practice.server.views;

import java.util.Optional;
import keyturn.practice.server.state.Database;

/** Transactions that sessions have open in a database: its log is needed from where the first of them began. */
public final class OpenTransactions {

    private OpenTransactions() {}

    /** The database with what holds its log now. A session counts for the database that it is in. */
    public static Database held(Scene scene, Database database) {
        boolean open = scene.sessions().stream()
                .anyMatch(session -> session.transactions() > 0 && session.databaseId() == database.id());
        return open && database.log().heldBy().isEmpty()
                ? database.log(database.log().heldBy(Optional.of("ACTIVE_TRANSACTION")))
                : database;
    }
}
