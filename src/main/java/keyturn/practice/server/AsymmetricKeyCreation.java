package keyturn.practice.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseKey;
import keyturn.practice.server.state.KeyVault;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.Security;
import keyturn.practice.server.state.Sid;
import keyturn.practice.server.state.User;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.KeyStatement;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Prevailing;

/** CREATE ASYMMETRIC KEY in the current database. */
record AsymmetricKeyCreation(Turn turn) {

    private static final int FIRST = 256;

    void create(KeyStatement.CreateAsymmetricKey create) {
        Database database = turn.scene().database();
        if (!turn.scene().holds(database, "CREATE ASYMMETRIC KEY")) {
            throw Messages.error(15247, 1);
        }
        if (database.openness().readOnly()) {
            throw Messages.error(3906, 1, database.name());
        }
        create.owner().ifPresent(this::demandOwner);
        switch (create.source()) {
            case KeyStatement.FromProvider p -> fromProvider(create, p);
            case KeyStatement.Generated g -> generated(create, g.algorithm());
            case KeyStatement.FromFile f -> throw Messages.error(15208, 1);
            case KeyStatement.FromAssembly a -> throw Messages.error(15151, 1, "find", "assembly", a.assembly());
        }
    }

    private void demandOwner(String name) {
        boolean known = turn.instance()
                .user(turn.scene().database(), name)
                .filter(u -> u.id() == User.DBO || !u.fixed())
                .isPresent();
        if (!known) {
            throw Messages.error(15151, 1, "find", "user", name);
        }
    }

    private void fromProvider(KeyStatement.CreateAsymmetricKey create, KeyStatement.FromProvider source) {
        Configuration.demandEkm(turn.instance());
        Provider provider = turn.instance()
                .ekm()
                .provider(source.provider())
                .orElseThrow(() -> Messages.error(15151, 1, "find", "cryptographic provider", source.provider()));
        if (create.password().isPresent()) {
            throw Messages.error(33040, 1);
        }
        if (!source.createNew() && source.algorithm().isPresent()) {
            throw Messages.error(33034, 1);
        }
        int bits = source.algorithm().map(AsymmetricKeyCreation::supported).orElse(2048);
        demandNew(create.name());
        KeyVault.Session session = new CallerSession(turn, provider).open();
        ProviderKey key =
                new ProviderKey(turn, provider, session, source.keyName().orElse(""));
        ProviderKey.Opened opened = source.createNew() ? key.make(bits) : key.open();
        add(
                create.name(),
                opened.thumbprint(),
                opened.key().publicKey(),
                Optional.of(provider.guid()),
                false,
                opened.key().bits());
    }

    /** The size that an algorithm of EKM names. */
    private static int supported(String algorithm) {
        return switch (algorithm) {
            case "RSA_2048" -> 2048;
            case "RSA_3072" -> 3072;
            case "RSA_512", "RSA_1024", "RSA_4096" -> throw Messages.error(33033, 1, algorithm);
            default -> throw Messages.error(33088, 1, algorithm);
        };
    }

    private void generated(KeyStatement.CreateAsymmetricKey create, String algorithm) {
        if (!algorithm.startsWith("RSA_")) {
            throw Messages.error(15314, 1);
        }
        if (create.password().isEmpty() && !hasMasterKey()) {
            throw Messages.error(15581, 1);
        }
        demandNew(create.name());
        Bytes thumbprint =
                Bytes.of(Arrays.copyOf(Sid.of(UUID.randomUUID().toString()).toArray(), 8));
        int bits = Integer.parseInt(algorithm.substring("RSA_".length()));
        add(
                create.name(),
                thumbprint,
                thumbprint,
                Optional.empty(),
                create.password().isPresent(),
                bits);
    }

    /** A certificate of this range is encrypted by the master key of its database. */
    private boolean hasMasterKey() {
        return turn.scene().database().id() == 1 && !security().certificates().isEmpty();
    }

    private void demandNew(String name) {
        if (keys().stream().anyMatch(k -> Prevailing.here().same(k.name(), name))) {
            throw duplicate(name);
        }
    }

    private static SqlError duplicate(String name) {
        return Messages.error(15396, 1, name);
    }

    private void add(String name, Bytes thumbprint, Bytes half, Optional<UUID> provider, boolean password, int bits) {
        change(security -> {
            boolean known = security.keysOf(turn.scene().database()).stream()
                    .anyMatch(k -> Prevailing.here().same(k.name(), name)
                            || k.thumbprint().equals(thumbprint));
            if (known) {
                throw duplicate(name);
            }
            int id = Stream.concat(
                                    security.keys().stream(),
                                    security.databaseKeys().stream().map(DatabaseKey::key))
                            .mapToInt(AsymmetricKey::id)
                            .max()
                            .orElse(FIRST - 1)
                    + 1;
            Bytes sid = provider.isPresent() ? Sid.ofKey(thumbprint) : Sid.of("key " + id + thumbprint);
            AsymmetricKey key = new AsymmetricKey(id, name, thumbprint, half, provider, password, bits, sid);
            return turn.scene().database().id() == 1
                    ? security.keys(added(security.keys(), key))
                    : security.databaseKeys(added(
                            security.databaseKeys(),
                            new DatabaseKey(turn.scene().database().name(), key)));
        });
    }

    private static <T> List<T> added(List<T> before, T more) {
        List<T> all = new ArrayList<>(before);
        all.add(more);
        return all;
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
