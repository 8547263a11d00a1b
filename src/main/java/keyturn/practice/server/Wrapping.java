package keyturn.practice.server;

import java.util.Optional;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.Certificate;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.SealedKey;
import keyturn.practice.server.state.Securable;
import keyturn.practice.tsql.syntax.KeyStatement;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Prevailing;

/** The key or certificate of master that a database encryption key is to be wrapped by. */
record Wrapping(Turn turn, KeyStatement.Encryptor by) {

    /** @throws keyturn.practice.tsql.SqlError 15151, 33053, 33120, 33121 */
    Wrapping ready() {
        if (!by.asymmetric()) {
            certificate();
            return this;
        }
        AsymmetricKey key = key();
        if (key.provider().isEmpty()) {
            throw Messages.error(33120, 1, AsymmetricKeyStatements.NOUN, AsymmetricKeyStatements.NOUN);
        }
        Configuration.demandEkm(turn.instance());
        demandLogin(key);
        return this;
    }

    /** @throws keyturn.practice.tsql.SqlError with what keeps the key from wrapping */
    SealedKey sealed(KeyUse use, Bytes plain) {
        return by.asymmetric() ? use.sealed(key(), plain) : SealedKey.of(plain);
    }

    private void demandLogin(AsymmetricKey key) {
        Instance instance = turn.instance();
        Optional<Login> login = instance.security().login(key.sid());
        boolean credential = key.provider()
                .flatMap(guid -> instance.ekm().provider(guid))
                .flatMap(p -> login.flatMap(l -> instance.security().credential(l, p.id())))
                .isPresent();
        if (!credential) {
            String provider = key.provider()
                    .flatMap(guid -> instance.ekm().provider(guid))
                    .map(p -> p.name())
                    .orElse("");
            throw Messages.error(33121, 1, AsymmetricKeyStatements.NOUN, key.name(), provider);
        }
    }

    Bytes thumbprint() {
        return by.asymmetric() ? key().thumbprint() : certificate().thumbprint();
    }

    /** A certificate that was never backed up is warned of. */
    void warn() {
        if (!by.asymmetric() && certificate().backedUp().isEmpty()) {
            turn.info(33091);
        }
    }

    private Database master() {
        return turn.instance().database(1).orElseThrow();
    }

    private AsymmetricKey key() {
        return turn.instance().security().keys().stream()
                .filter(k -> Prevailing.server().same(k.name(), by.name()))
                .filter(k -> turn.scene().holds(Securable.of(master(), k), "VIEW DEFINITION"))
                .findFirst()
                .orElseThrow(() -> Messages.error(15151, 1, "find", AsymmetricKeyStatements.NOUN, by.name()));
    }

    private Certificate certificate() {
        return turn.instance()
                .security()
                .certificate(by.name())
                .filter(c -> turn.scene().holds(Securable.of(master(), c), "VIEW DEFINITION"))
                .orElseThrow(() -> Messages.error(15151, 1, "find", "certificate", by.name()));
    }
}
