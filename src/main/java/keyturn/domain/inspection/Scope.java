package keyturn.domain.inspection;

import keyturn.domain.DatabaseName;

/** How much of a target a look takes in. What lies outside is unknown in its inspection, and says so. */
public sealed interface Scope {

    Scope WHOLE = new Whole();

    Scope SERVER = new Server();

    /** All that the target has, its Azure doors too. */
    record Whole() implements Scope {}

    /** SQL Server, and no door to Azure. */
    record Server() implements Scope {}

    /**
     * Of the databases one; beside it what the use of a key hangs on: server, provider, keys, logins, credentials, the login
     * that asks. It costs the same however many databases there are.
     *
     * @param history its backups too, which a server may keep by the million, and when its key was changed
     */
    record OneDatabase(DatabaseName database, boolean history) implements Scope {

        /** Without its backups. */
        public OneDatabase(DatabaseName database) {
            this(database, false);
        }
    }
}
