package keyturn.practice.server;

import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.syntax.KeyStatement;

/** What the statements about credentials, keys, logins and encryption keys do. */
record KeyStatements(Turn turn) {

    @SuppressWarnings("DoNotCallSuggester")
    void run(KeyStatement statement) {
        throw Messages.error(102, 1, statement.getClass().getSimpleName());
    }
}
