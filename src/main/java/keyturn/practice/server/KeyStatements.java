package keyturn.practice.server;

import keyturn.practice.tsql.syntax.KeyStatement;

/**
 * Who runs the statements about credentials, keys, logins and encryption keys. What they do is done at once, inside a
 * transaction too, and no ROLLBACK takes it back: no document tells what a real server does there.
 */
record KeyStatements(Turn turn) {

    void run(KeyStatement statement) {
        switch (statement) {
            case KeyStatement.CreateCredential s -> new CredentialStatements(turn).create(s);
            case KeyStatement.AlterCredential s -> new CredentialStatements(turn).alter(s);
            case KeyStatement.DropCredential s -> new CredentialStatements(turn).drop(s);
            case KeyStatement.CreateAsymmetricKey s -> new AsymmetricKeyCreation(turn).create(s);
            case KeyStatement.AlterAsymmetricKey s -> new AsymmetricKeyStatements(turn).alter(s);
            case KeyStatement.DropAsymmetricKey s -> new AsymmetricKeyStatements(turn).drop(s);
            case KeyStatement.CreateLogin s -> new LoginCreation(turn).create(s);
            case KeyStatement.AlterLogin s -> new LoginStatements(turn).alter(s);
            case KeyStatement.DropLogin s -> new LoginStatements(turn).drop(s);
            case KeyStatement.CreateEncryptionKey s -> new EncryptionKeyStatements(turn).create(s);
            case KeyStatement.AlterEncryptionKey s -> new EncryptionKeyStatements(turn).alter(s);
            case KeyStatement.DropEncryptionKey s -> new EncryptionKeyStatements(turn).drop();
        }
    }
}
