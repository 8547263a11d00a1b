package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import keyturn.practice.server.state.Access;
import keyturn.practice.server.state.Builtin;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Grant;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.SecurableKind;
import keyturn.practice.server.state.User;
import keyturn.practice.server.views.Caller;
import keyturn.practice.server.views.Rights;
import keyturn.practice.server.views.Securables;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.AccessStatement;
import keyturn.practice.tsql.syntax.AccessStatement.Verb;
import keyturn.practice.tsql.types.Prevailing;

/**
 * GRANT, DENY and REVOKE. Permissions of the server are given in master to logins, all others in a database to its
 * users and roles.
 */
record PermissionStatements(Turn turn, AccessStatement.Permit permit) {

    private static final List<String> ALL_OF_DATABASE = List.of(
            "BACKUP DATABASE",
            "BACKUP LOG",
            "CREATE DATABASE",
            "CREATE DEFAULT",
            "CREATE FUNCTION",
            "CREATE PROCEDURE",
            "CREATE RULE",
            "CREATE TABLE",
            "CREATE VIEW");

    private static final List<String> ALL_OF_OBJECT = List.of("DELETE", "INSERT", "REFERENCES", "SELECT", "UPDATE");

    /** What is no use on a view or a table. */
    private static final Set<String> UNFIT = Set.of("EXECUTE", "RECEIVE");

    void run() {
        Securable on = on();
        List<String> permissions = permissions(on);
        Database here = turn.scene().database();
        Principals principals = new Principals(turn);
        List<Integer> grantees = permit.principals().stream()
                .map(name -> principals.grantee(here, on.kind().ofServer(), name))
                .toList();
        int grantor = grantor(on, permissions);
        if (!on.kind().ofServer()) {
            Principals.writable(here);
        }
        permissions.forEach(p -> grantees.forEach(g -> demandCascade(on, p, g)));
        turn.change(i -> {
            Access access = i.security().access();
            for (String permission : permissions) {
                for (int grantee : grantees) {
                    access = changed(access, on, permission, grantee, grantor);
                }
            }
            return i.with(i.security().with(access));
        });
    }

    private Securable on() {
        Securable on = permit.on().map(this::named).orElseGet(this::unnamed);
        if (on.kind().ofServer() && turn.scene().database().id() != 1) {
            throw Messages.error(4621, 10);
        }
        boolean columns = permit.on().filter(t -> !t.columns().isEmpty()).isPresent()
                || permit.permissions().stream().anyMatch(p -> !p.columns().isEmpty());
        if (columns) {
            throw Messages.error(102, 1, "(");
        }
        return on;
    }

    private Securable named(AccessStatement.Target target) {
        SecurableKind kind = SecurableKind.of(target.kind().isEmpty() ? "OBJECT" : target.kind())
                .orElse(null);
        List<String> name = target.name();
        if (kind == null) {
            throw notFound(target.kind().toLowerCase(Locale.ROOT), name);
        }
        boolean elsewhere = name.size() > 2
                && !Prevailing.server()
                        .same(name.get(name.size() - 3), turn.scene().database().name());
        if (kind == SecurableKind.OBJECT && elsewhere) {
            throw Messages.error(4610, 1);
        }
        Securable found = Securables.find(turn.scene(), kind, name).orElseThrow(() -> notFound(kind.noun(), name));
        if (kind == SecurableKind.DATABASE
                && found.database() != turn.scene().database().id()) {
            throw notFound(kind.noun(), name);
        }
        if (kind == SecurableKind.OBJECT
                && found.schema() == 4
                && turn.scene().database().id() != 1) {
            throw Messages.error(4629, 10);
        }
        return found;
    }

    private static SqlError notFound(String noun, List<String> name) {
        return Messages.error(15151, 1, "find", noun, name.getLast());
    }

    /** Without ON the permissions themselves say whether they are of the server or of the database. */
    private Securable unnamed() {
        boolean server = false;
        boolean database = false;
        for (AccessStatement.Permission permission : permit.permissions()) {
            boolean ofServer = turn.scene().rights().known(permission.name());
            server |= ofServer;
            database |= !ofServer;
        }
        if (server && database) {
            permit.permissions()
                    .forEach(p -> demandKnown(
                            turn.scene().rights().known(p.name()) ? SecurableKind.SERVER : SecurableKind.DATABASE,
                            p.name()));
            throw Messages.error(4620, 1);
        }
        return server ? Securable.SERVER : Securable.of(turn.scene().database());
    }

    private static boolean all(String permission) {
        return permission.equals("ALL") || permission.equals("ALL PRIVILEGES");
    }

    private List<String> permissions(Securable on) {
        List<String> names = new ArrayList<>();
        for (AccessStatement.Permission permission : permit.permissions()) {
            if (all(permission.name())) {
                turn.info(4628);
                names.addAll(all(on.kind()));
            } else {
                demandKnown(on.kind(), permission.name());
                names.add(permission.name());
            }
        }
        if (on.kind() == SecurableKind.OBJECT) {
            names.stream().filter(UNFIT::contains).findFirst().ifPresent(p -> {
                throw Messages.error(4606, 1, p);
            });
        }
        boolean master = turn.scene().database().id() == 1;
        if (on.kind() == SecurableKind.DATABASE && names.contains("CREATE DATABASE") && !master) {
            names.remove("CREATE DATABASE");
            if (names.isEmpty()) {
                throw Messages.error(4619, 1);
            }
        }
        return names;
    }

    private static List<String> all(SecurableKind kind) {
        return switch (kind) {
            case DATABASE -> ALL_OF_DATABASE;
            case OBJECT -> ALL_OF_OBJECT;
            default -> throw Messages.error(4623, 1);
        };
    }

    private void demandKnown(SecurableKind kind, String permission) {
        if (!all(permission)
                && Builtin.find(kind, permission, turn.scene().version().year()).isEmpty()) {
            throw Messages.error(102, 1, permission);
        }
    }

    /** Who is written down as the one that gave it; whoever may not give it is refused. */
    private int grantor(Securable on, List<String> permissions) {
        Rights rights =
                permit.as().map(as -> rightsOf(on, as)).orElse(turn.scene().rights());
        if (!permissions.stream().allMatch(p -> rights.grants(on, p))) {
            throw Messages.error(4613, 1);
        }
        boolean large = rights.holds(on, on.kind() == SecurableKind.SERVER ? Rights.CONTROL_SERVER : "CONTROL");
        if (permit.as().isEmpty() && large) {
            return 1;
        }
        return on.kind().ofServer()
                ? rights.caller().login().id()
                : rights.user(on.database()).map(User::id).orElse(1);
    }

    /** Those of the principal of AS, if the caller may speak for it. */
    private Rights rightsOf(Securable on, String name) {
        Principals principals = new Principals(turn);
        Rights own = turn.scene().rights();
        if (on.kind().ofServer()) {
            Login login = principals.login(name, "find", "login");
            demandAs(own.serverTokens().contains(login.id()) || own.has("ALTER ANY LOGIN"), name);
            return Rights.of(turn.instance(), login);
        }
        Database database = turn.scene().database();
        User user = principals.user(database, name, "find", "user");
        demandAs(
                own.tokens(database.id()).contains(user.id())
                        || own.holds(Securable.of(database), "CONTROL")
                        || own.tokens(database.id()).contains(16386),
                name);
        return new Rights(turn.instance(), Caller.as(turn.scene().login(), user));
    }

    private static void demandAs(boolean may, String name) {
        if (!may) {
            throw Messages.error(4618, 1, name);
        }
    }

    /** What was given to be given on is not taken without CASCADE. */
    private void demandCascade(Securable on, String permission, int grantee) {
        boolean takes = permit.verb() != Verb.GRANT && !permit.cascade();
        boolean grantable = turn.instance().security().access().grants().stream()
                .anyMatch(g -> g.matches(on, permission, grantee) && g.state() == Grant.State.GRANTABLE);
        if (takes && (grantable || (permit.verb() == Verb.REVOKE && permit.option()))) {
            throw Messages.error(4611, 1);
        }
    }

    private Access changed(Access before, Securable on, String permission, int grantee, int grantor) {
        Access access = permit.cascade() ? cascaded(before, on, permission, grantee) : before;
        boolean grantable = access.grants().stream()
                .anyMatch(g -> g.matches(on, permission, grantee) && g.state() == Grant.State.GRANTABLE);
        return switch (permit.verb()) {
            case GRANT ->
                access.with(new Grant(
                        on,
                        permission,
                        grantee,
                        grantor,
                        permit.option() || grantable ? Grant.State.GRANTABLE : Grant.State.GRANTED));
            case DENY -> access.with(new Grant(on, permission, grantee, grantor, Grant.State.DENIED));
            case REVOKE ->
                permit.option() ? access.ungrantable(on, permission, grantee) : access.revoked(on, permission, grantee);
        };
    }

    /** Without what the grantee gave on, and those to whom it gave it. */
    private static Access cascaded(Access before, Securable on, String permission, int grantee) {
        Access access = before;
        for (Grant given : before.grants()) {
            if (given.on().equals(on)
                    && given.permission().equals(permission)
                    && given.grantor() == grantee
                    && given.grantee() != grantee) {
                access = cascaded(access.revoked(on, permission, given.grantee()), on, permission, given.grantee());
            }
        }
        return access;
    }
}
