package keyturn.practice.server;

import java.util.Optional;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Access;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Member;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.User;
import keyturn.practice.tsql.syntax.AccessStatement;

/** Roles of databases: CREATE, ALTER, DROP. */
record RoleStatements(Turn turn) {

    private static final String NOUN = "role";

    void create(AccessStatement.CreateRole create) {
        Database database = turn.scene().database();
        if (!turn.scene().holds(database, "CREATE ROLE")) {
            throw Messages.error(15247, 1);
        }
        Principals principals = new Principals(turn);
        int owner = create.owner()
                .map(name -> principals.user(database, name, "find", "user").id())
                .orElse(turn.scene().rights().user(database.id()).map(User::id).orElse(User.DBO));
        if (turn.instance().user(database, create.name()).isPresent()) {
            throw Messages.error(15023, 1, create.name());
        }
        Principals.writable(database);
        change(access -> access.with(new User(
                database.id(),
                principals.next(database),
                create.name(),
                Optional.empty(),
                User.Kind.ROLE,
                "",
                owner,
                turn.scene().now())));
    }

    void alter(AccessStatement.AlterRole alter) {
        Database database = turn.scene().database();
        User role = existing(alter.name(), "alter");
        Principals.writable(database);
        switch (alter.change()) {
            case RENAME -> rename(database, role, alter.with());
            case ADD_MEMBER -> add(database, role, member(database, role, alter.with(), "add"));
            case DROP_MEMBER -> {
                User member = member(database, role, alter.with(), "drop");
                change(access -> access.without(new Member(database.id(), role.id(), member.id())));
            }
        }
    }

    private void rename(Database database, User role, String name) {
        if (role.fixed()) {
            throw Messages.error(15150, 1, "alter", NOUN, role.name());
        }
        if (turn.instance().user(database, name).isPresent()) {
            throw Messages.error(15023, 1, name);
        }
        change(access -> access.with(role.named(name)));
    }

    private void add(Database database, User role, User member) {
        if (member.id() == role.id()) {
            throw Messages.error(15413, 1);
        }
        change(access -> access.with(new Member(database.id(), role.id(), member.id())));
    }

    private User member(Database database, User role, String name, String verb) {
        User member = new Principals(turn).user(database, name, verb, "principal");
        if (role.id() == User.PUBLIC) {
            throw Messages.error(15081, 1);
        }
        boolean special = member.id() < User.FIRST_OWN && member.id() != User.GUEST;
        if (special || member.fixedRole()) {
            throw Messages.error(15405, 1, name);
        }
        return member;
    }

    /** Fixed roles are changed by whoever may change every role, db_owner by its own members. */
    private User existing(String name, String verb) {
        Database database = turn.scene().database();
        return turn.instance()
                .user(database, name)
                .filter(u -> u.kind() == User.Kind.ROLE)
                .filter(u -> u.fixed()
                        ? turn.scene().holds(database, u.id() == User.DB_OWNER ? "CONTROL" : "ALTER ANY ROLE")
                        : u.owner() == own(database) || turn.scene().holds(Securable.of(u), "ALTER"))
                .orElseThrow(() -> Messages.error(15151, 1, verb, NOUN, name));
    }

    private int own(Database database) {
        return turn.scene().rights().user(database.id()).map(User::id).orElse(-1);
    }

    void drop(AccessStatement.DropRole drop) {
        Database database = turn.scene().database();
        boolean there = turn.instance()
                .user(database, drop.name())
                .filter(u -> u.kind() == User.Kind.ROLE)
                .isPresent();
        if (drop.ifExists() && !there) {
            return;
        }
        User role = existing(drop.name(), "drop");
        if (role.fixed()) {
            throw Messages.error(15150, 1, "drop", NOUN, drop.name());
        }
        Principals.writable(database);
        boolean members = turn.instance().security().access().members().stream()
                .anyMatch(m -> m.database() == database.id() && m.role() == role.id());
        if (members) {
            throw Messages.error(15144, 1);
        }
        change(access -> access.without(role));
    }

    private void change(UnaryOperator<Access> change) {
        turn.change(i -> i.with(i.security().with(change.apply(i.security().access()))));
    }
}
