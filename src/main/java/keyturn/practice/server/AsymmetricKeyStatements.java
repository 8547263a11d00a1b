package keyturn.practice.server;

import java.util.List;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.KeyVault;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.Security;
import keyturn.practice.tsql.syntax.KeyStatement;
import keyturn.practice.tsql.types.Prevailing;

/** ALTER and DROP ASYMMETRIC KEY in the current database. */
record AsymmetricKeyStatements(Turn turn) {

    static final String NOUN = "asymmetric key";

    void alter(KeyStatement.AlterAsymmetricKey alter) {
        AsymmetricKey key = existing("alter", alter.name());
        if (key.provider().isPresent()) {
            throw Messages.error(33038, 1);
        }
    }

    void drop(KeyStatement.DropAsymmetricKey drop) {
        AsymmetricKey key = existing("drop", drop.name());
        boolean wraps = turn.instance().databases().stream()
                .flatMap(d -> d.dek().stream())
                .anyMatch(dek -> dek.asymmetric() && dek.thumbprint().equals(key.thumbprint()));
        if (wraps && turn.scene().database().id() == 1) {
            throw Messages.error(33127, 1, NOUN);
        }
        if (security().login(key.sid()).isPresent()) {
            throw Messages.error(15559, 1, NOUN, key.name(), "login");
        }
        boolean kept = drop.removeProviderKey() && key.provider().isPresent() && !removed(key);
        change(security -> security.keys(
                        security.keys().stream().filter(k -> k.id() != key.id()).toList())
                .databaseKeys(security.databaseKeys().stream()
                        .filter(k -> k.key().id() != key.id())
                        .toList()));
        if (kept) {
            turn.info(33036, key.thumbprint());
        }
    }

    /** Whether the provider deleted it. */
    private boolean removed(AsymmetricKey key) {
        Configuration.demandEkm(turn.instance());
        Provider provider = key.provider()
                .flatMap(guid -> turn.instance().ekm().provider(guid))
                .orElseThrow(() -> Messages.error(33030, 1));
        KeyVault.Session session = new CallerSession(turn, provider).open();
        return KeyUse.of(turn)
                .name(key, provider)
                .filter(name -> session.delete(name) == 0)
                .isPresent();
    }

    private AsymmetricKey existing(String verb, String name) {
        return keys().stream()
                .filter(k -> Prevailing.here().same(k.name(), name))
                .filter(k -> turn.scene().holds(Securable.of(turn.scene().database(), k), "CONTROL"))
                .findFirst()
                .orElseThrow(() -> Messages.error(15151, 1, verb, NOUN, name));
    }

    private Security security() {
        return turn.instance().security();
    }

    private List<AsymmetricKey> keys() {
        return security().keysOf(turn.scene().database());
    }

    private void change(UnaryOperator<Security> change) {
        turn.change(i -> i.with(change.apply(i.security())));
    }
}
