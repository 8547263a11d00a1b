package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Access;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.LoginSettings;
import keyturn.practice.server.state.Member;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Securable;
import keyturn.practice.tsql.syntax.AccessStatement;
import keyturn.practice.tsql.types.Bytes;

/** Roles of the server: CREATE, ALTER, DROP. */
record ServerRoleStatements(Turn turn) {

    private static final String NOUN = "server role";

    void create(AccessStatement.CreateRole create) {
        if (!turn.scene().rights().has("CREATE SERVER ROLE")) {
            throw Messages.error(15247, 1);
        }
        Principals principals = new Principals(turn);
        create.owner().ifPresent(name -> principals.login(name, "find", "server principal"));
        if (turn.instance().security().login(create.name()).isPresent()) {
            throw Messages.error(15025, 1, create.name());
        }
        Bytes sid = Bytes.ofHex(UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT));
        Login role = new Login(
                principals.nextLogin(),
                create.name(),
                sid,
                Login.Kind.ROLE,
                false,
                LoginSettings.PLAIN,
                turn.scene().now(),
                turn.scene().now());
        turn.change(i -> {
            List<Login> logins = new ArrayList<>(i.security().logins());
            logins.add(role);
            return i.with(i.security().logins(logins));
        });
    }

    void alter(AccessStatement.AlterRole alter) {
        Login role = existing(alter.name(), "alter");
        switch (alter.change()) {
            case RENAME -> rename(role, alter.with());
            case ADD_MEMBER -> add(role, member(role, alter.with(), "add"));
            case DROP_MEMBER -> drop(role, member(role, alter.with(), "drop"));
        }
    }

    private void rename(Login role, String name) {
        if (role.fixedRole() || role.id() == Login.PUBLIC) {
            throw Messages.error(15150, 1, "alter", NOUN, role.name());
        }
        if (turn.instance().security().login(name).isPresent()) {
            throw Messages.error(15025, 1, name);
        }
        turn.change(i -> i.with(i.security().with(role.named(name))));
    }

    void add(Login role, Login member) {
        if (member.id() == role.id()) {
            throw Messages.error(15413, 1);
        }
        change(access -> access.with(new Member(0, role.id(), member.id())));
    }

    void drop(Login role, Login member) {
        change(access -> access.without(new Member(0, role.id(), member.id())));
    }

    private Login member(Login role, String name, String verb) {
        Login member = new Principals(turn).login(name, verb, "principal");
        if (role.id() == Login.PUBLIC) {
            throw Messages.error(15081, 1);
        }
        if (member.id() == Login.SA || member.fixedRole()) {
            throw Messages.error(15405, 1, name);
        }
        return member;
    }

    /** Members of a fixed role let others in; other roles are changed by permission. */
    private Login existing(String name, String verb) {
        return turn.instance()
                .security()
                .login(name)
                .filter(l -> l.kind() == Login.Kind.ROLE)
                .filter(this::mayChange)
                .orElseThrow(() -> Messages.error(15151, 1, verb, NOUN, name));
    }

    boolean mayChange(Login role) {
        return role.fixedRole()
                ? turn.scene().rights().sysadmin()
                        || turn.scene().rights().serverTokens().contains(role.id())
                : turn.scene().holds(Securable.of(role), "ALTER");
    }

    void drop(AccessStatement.DropRole drop) {
        Login role = existing(drop.name(), "drop");
        if (role.fixedRole() || role.id() == Login.PUBLIC) {
            throw Messages.error(15150, 1, "drop", NOUN, drop.name());
        }
        boolean members = turn.instance().security().access().members().stream()
                .anyMatch(m -> m.database() == 0 && m.role() == role.id());
        if (members) {
            throw Messages.error(15144, 1);
        }
        turn.change(i -> {
            List<Login> logins = i.security().logins().stream()
                    .filter(l -> l.id() != role.id())
                    .toList();
            return i.with(i.security().logins(logins).with(i.security().access().without(role)));
        });
    }

    private void change(UnaryOperator<Access> change) {
        turn.change(i -> i.with(i.security().with(change.apply(i.security().access()))));
    }
}
