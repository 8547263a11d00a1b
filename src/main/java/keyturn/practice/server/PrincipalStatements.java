package keyturn.practice.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Access;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Grant;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.SecurableKind;
import keyturn.practice.server.state.User;
import keyturn.practice.server.views.Securables;
import keyturn.practice.tsql.syntax.AccessStatement;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Prevailing;

/** Users of databases: CREATE, ALTER, DROP; and who owns a database. */
record PrincipalStatements(Turn turn) {

    void create(AccessStatement.CreateUser create) {
        Database database = turn.scene().database();
        boolean may =
                turn.scene().holds(database, "ALTER ANY USER") || turn.scene().holds(database, "CREATE USER");
        if (!may) {
            throw Messages.error(15247, 1);
        }
        Principals.writable(database);
        User user = user(create, database);
        boolean taken = turn.instance().user(database, create.name()).isPresent();
        if (taken) {
            throw Messages.error(15023, 1, create.name());
        }
        user.sid().ifPresent(sid -> demandFree(database, sid));
        change(access -> access.with(user)
                .with(new Grant(Securable.of(database), "CONNECT", user.id(), User.DBO, Grant.State.GRANTED)));
    }

    private void demandFree(Database database, Bytes sid) {
        if (turn.instance().users(database).stream()
                .anyMatch(u -> u.sid().filter(sid::equals).isPresent())) {
            throw Messages.error(15063, 1);
        }
    }

    private User user(AccessStatement.CreateUser create, Database database) {
        String of = create.from().orElse(create.name());
        return switch (create.source()) {
            case LOGIN -> {
                Login login = login(of);
                User.Kind kind =
                        switch (login.kind()) {
                            case SQL, ROLE -> User.Kind.SQL;
                            case WINDOWS -> User.Kind.WINDOWS;
                            case EXTERNAL -> User.Kind.EXTERNAL;
                            case ASYMMETRIC_KEY -> User.Kind.ASYMMETRIC_KEY;
                            case CERTIFICATE -> User.Kind.CERTIFICATE;
                        };
                yield made(create, database, login.sid(), kind);
            }
            case WITHOUT_LOGIN ->
                made(
                        create,
                        database,
                        Bytes.ofHex("010500000000000903000000"
                                + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT)),
                        User.Kind.LOGINLESS);
            case ASYMMETRIC_KEY -> made(create, database, keySid(of), User.Kind.ASYMMETRIC_KEY);
            case CERTIFICATE -> made(create, database, certificateSid(of), User.Kind.CERTIFICATE);
            case CONTAINED -> throw Messages.error(33233, 1);
        };
    }

    private Login login(String name) {
        return turn.instance()
                .security()
                .login(name)
                .filter(l -> l.kind() != Login.Kind.ROLE)
                .orElseThrow(() -> Messages.error(15007, 1, name));
    }

    private Bytes keySid(String name) {
        return Securables.keys(turn.scene()).stream()
                .filter(k -> Prevailing.here().same(k.name(), name))
                .map(AsymmetricKey::sid)
                .findFirst()
                .orElseThrow(() -> Messages.error(15151, 1, "find", "asymmetric key", name));
    }

    private Bytes certificateSid(String name) {
        Optional<Securable> found = Securables.find(turn.scene(), SecurableKind.CERTIFICATE, List.of(name));
        return turn.instance().security().certificates().stream()
                .filter(c -> found.isPresent() && c.id() == found.get().id())
                .map(c -> c.thumbprint())
                .findFirst()
                .orElseThrow(() -> Messages.error(15151, 1, "find", "certificate", name));
    }

    private User made(AccessStatement.CreateUser create, Database database, Bytes sid, User.Kind kind) {
        if (create.schema().isPresent() && (kind == User.Kind.ASYMMETRIC_KEY || kind == User.Kind.CERTIFICATE)) {
            throw Messages.error(15259, 1);
        }
        String schema = create.schema().filter(s -> !s.isEmpty()).orElse("dbo");
        return new User(
                database.id(),
                new Principals(turn).next(database),
                create.name(),
                Optional.of(sid),
                kind,
                schema,
                0,
                turn.scene().now());
    }

    void alter(AccessStatement.AlterUser alter) {
        User user = existing(alter.name(), "alter");
        Database database = turn.scene().database();
        Principals.writable(database);
        User now = user;
        if (alter.renamed().isPresent()) {
            String name = alter.renamed().get();
            boolean taken = turn.instance()
                    .user(database, name)
                    .filter(u -> u.id() != user.id())
                    .isPresent();
            if (taken) {
                throw Messages.error(15023, 1, name);
            }
            now = now.named(name);
        }
        if (alter.login().isPresent()) {
            Login login = login(alter.login().get());
            if (user.kind() != User.Kind.SQL && user.kind() != User.Kind.WINDOWS) {
                throw Messages.error(33016, 1);
            }
            if (!user.sid().filter(login.sid()::equals).isPresent()) {
                demandFree(database, login.sid());
            }
            now = now.sid(login.sid());
        }
        User changed = alter.schema().map(now::schema).orElse(now);
        change(access -> access.with(changed));
    }

    private User existing(String name, String verb) {
        Database database = turn.scene().database();
        User user = turn.instance()
                .user(database, name)
                .filter(u -> u.kind() != User.Kind.ROLE)
                .filter(u -> u.fixed() || turn.scene().holds(Securable.of(u), "ALTER"))
                .orElseThrow(() -> Messages.error(15151, 1, verb, "user", name));
        if (user.fixed() && user.id() != User.GUEST) {
            throw Messages.error(15150, 1, verb, "user", name);
        }
        return user;
    }

    void drop(AccessStatement.DropUser drop) {
        Database database = turn.scene().database();
        boolean there = turn.instance()
                .user(database, drop.name())
                .filter(u -> u.kind() != User.Kind.ROLE)
                .isPresent();
        if (drop.ifExists() && !there) {
            return;
        }
        User user = existing(drop.name(), "drop");
        Principals.writable(database);
        if (user.id() == User.GUEST) {
            guest(database);
            return;
        }
        if (turn.instance().users(database).stream().anyMatch(u -> u.owner() == user.id())) {
            throw Messages.error(15421, 1);
        }
        boolean gave = turn.instance()
                .security()
                .access()
                .of(database.id())
                .anyMatch(g -> g.grantor() == user.id() && g.grantee() != user.id());
        if (gave) {
            throw Messages.error(15284, 1);
        }
        change(access -> access.without(user));
    }

    /** guest is not dropped: it may no longer connect. */
    private void guest(Database database) {
        if (database.id() <= 2) {
            throw Messages.error(15182, 1);
        }
        boolean enters = turn.instance()
                .security()
                .access()
                .of(database.id())
                .anyMatch(g -> g.matches(Securable.of(database), "CONNECT", User.GUEST));
        if (!enters) {
            throw Messages.error(15539, 1, "guest");
        }
        change(access -> access.revoked(Securable.of(database), "CONNECT", User.GUEST));
    }

    private void change(UnaryOperator<Access> change) {
        turn.change(i -> i.with(i.security().with(change.apply(i.security().access()))));
    }
}
