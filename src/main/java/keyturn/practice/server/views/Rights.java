package keyturn.practice.server.views;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.practice.server.state.Access;
import keyturn.practice.server.state.Builtin;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Grant;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.SecurableKind;
import keyturn.practice.server.state.User;
import keyturn.practice.tsql.SqlError;

/**
 * What a caller may do. A permission is held where it or one that contains it, on the thing itself or on what contains
 * that, was granted to the caller or to a role that it is in, and none of these was denied. A member of sysadmin and the
 * owner of a database are asked nothing.
 */
public record Rights(Instance instance, Caller caller) {

    public static final String CONTROL_SERVER = "CONTROL SERVER";
    public static final String ALTER_SETTINGS = "ALTER SETTINGS";
    public static final String ALTER_DATABASE = "ALTER ANY DATABASE";

    public static Rights of(Instance instance, Login login) {
        return new Rights(instance, Caller.of(login));
    }

    /** A permission on something. */
    private record Spot(Securable on, String permission) {}

    private ProductVersion version() {
        return instance.identity().version();
    }

    private Access access() {
        return instance.security().access();
    }

    /** Whether this version knows a server permission of this name, in upper case. */
    public boolean known(String permission) {
        return Builtin.find(SecurableKind.SERVER, permission, version().year()).isPresent();
    }

    /** Whether the caller holds a permission on the server. */
    public boolean has(String permission) {
        return holds(Securable.SERVER, permission);
    }

    /** In sysadmin, and not confined to a database by EXECUTE AS USER. */
    public boolean sysadmin() {
        return caller.as().isEmpty() && instance.security().sysadmin(caller.login());
    }

    /** Whether the caller holds a permission, in upper case, on something; false for one that it cannot have. */
    public boolean holds(Securable on, String permission) {
        if (owns(on)) {
            return Builtin.find(on.kind(), permission, version().year()).isPresent();
        }
        Set<Spot> spots = spots(on, permission);
        return spots.stream().noneMatch(this::denied) && spots.stream().anyMatch(this::granted);
    }

    /** Whether the caller could give a permission to others. */
    public boolean grants(Securable on, String permission) {
        return owns(on)
                || spots(on, permission).stream().flatMap(this::given).anyMatch(g -> g.state() == Grant.State.GRANTABLE)
                || holds(on, on.kind() == SecurableKind.SERVER ? CONTROL_SERVER : "CONTROL")
                || (on.kind().ofServer() && has("ALTER ANY LOGIN") && inServerRole(4))
                || (!on.kind().ofServer() && tokens(on.database()).contains(16386));
    }

    private boolean inServerRole(int role) {
        return serverTokens().contains(role);
    }

    /** Whether the caller may know that something is there: it holds any permission on it. */
    public boolean sees(Securable on) {
        boolean parted =
                switch (on.kind()) {
                    case LOGIN, SERVER_ROLE, CREDENTIAL -> has("VIEW ANY SECURITY DEFINITION");
                    case USER, ROLE, CERTIFICATE, ASYMMETRIC_KEY, SYMMETRIC_KEY ->
                        holds(Securable.database(on.database()), "VIEW SECURITY DEFINITION");
                    default -> false;
                };
        return parted
                || owns(on)
                || Builtin.all(on.kind(), version().year()).stream().anyMatch(b -> holds(on, b.name()));
    }

    private boolean owns(Securable on) {
        return sysadmin()
                || (!on.kind().ofServer()
                        && user(on.database()).filter(u -> u.id() == User.DBO).isPresent());
    }

    /** The permission and all that contain it. */
    private Set<Spot> spots(Securable on, String permission) {
        Set<Spot> all = new LinkedHashSet<>();
        Deque<Spot> next = new ArrayDeque<>(List.of(new Spot(on, permission)));
        while (!next.isEmpty()) {
            Spot spot = next.pop();
            Optional<Builtin> builtin =
                    Builtin.find(spot.on().kind(), spot.permission(), version().year());
            if (builtin.isPresent() && all.add(spot)) {
                if (!builtin.get().covering().isEmpty()) {
                    next.add(new Spot(spot.on(), builtin.get().covering()));
                }
                builtin.get()
                        .parent()
                        .ifPresent(kind -> next.add(
                                new Spot(spot.on().parent(kind), builtin.get().parentPermission())));
            }
        }
        return all;
    }

    /** What was given for exactly this to the caller or a role of it. */
    private Stream<Grant> given(Spot spot) {
        Set<Integer> tokens =
                spot.on().kind().ofServer() ? serverTokens() : tokens(spot.on().database());
        return access().grants().stream()
                .filter(g -> g.on().equals(spot.on())
                        && g.permission().equals(spot.permission())
                        && tokens.contains(g.grantee()));
    }

    private boolean denied(Spot spot) {
        return given(spot).anyMatch(g -> g.state() == Grant.State.DENIED)
                || (spot.on().kind() == SecurableKind.DATABASE
                        && FixedRoles.denied(tokens(spot.on().database()), spot.permission()));
    }

    private boolean granted(Spot spot) {
        boolean given = given(spot).anyMatch(g -> g.state() != Grant.State.DENIED);
        return switch (spot.on().kind()) {
            case SERVER ->
                caller.as().isEmpty() && (given || FixedRoles.server(serverTokens(), roleNames(), spot.permission()));
            case DATABASE -> given || FixedRoles.database(tokens(spot.on().database()), spot.permission());
            case LOGIN, SERVER_ROLE, ENDPOINT, AVAILABILITY_GROUP, CREDENTIAL ->
                given && caller.as().isEmpty();
            case OBJECT, SCHEMA, USER, ROLE, APPLICATION_ROLE, SYMMETRIC_KEY, CERTIFICATE, ASYMMETRIC_KEY -> given;
            case DATABASE_SCOPED_CREDENTIAL -> given;
        };
    }

    /** The login, public and every server role that it is in. */
    public Set<Integer> serverTokens() {
        Set<Integer> tokens = access().tokens(0, caller.login().id());
        tokens.add(Login.PUBLIC);
        return tokens;
    }

    private Set<String> roleNames() {
        Set<Integer> tokens = serverTokens();
        return instance.security().logins().stream()
                .filter(l -> l.kind() == Login.Kind.ROLE && tokens.contains(l.id()))
                .map(Login::name)
                .collect(Collectors.toSet());
    }

    /** The user, public and every role of the database that it is in; none for a caller who is nobody there. */
    public Set<Integer> tokens(int database) {
        Optional<User> user = user(database);
        Set<Integer> tokens = access().tokens(database, user.map(User::id).orElse(User.GUEST));
        tokens.add(User.PUBLIC);
        return user.isPresent() || guestEnters(database) || has("CONNECT ANY DATABASE") ? tokens : Set.of();
    }

    /** Who the caller is in a database, guest left out. */
    public Optional<User> user(int id) {
        Optional<Database> database = instance.database(id);
        if (database.isEmpty()) {
            return Optional.empty();
        }
        if (caller.as().isPresent()) {
            return caller.as().filter(u -> u.database() == id);
        }
        boolean owner = sysadmin()
                || database.get().settings().owner().equals(caller.login().sid());
        return owner
                ? instance.user(database.get(), User.DBO)
                : instance.users(database.get()).stream()
                        .filter(u ->
                                u.sid().filter(caller.login().sid()::equals).isPresent())
                        .findFirst();
    }

    private boolean guestEnters(int database) {
        return access().grants().stream()
                .anyMatch(g -> g.matches(Securable.database(database), "CONNECT", User.GUEST)
                        && g.state() != Grant.State.DENIED);
    }

    /** Whether the caller may look into a database. */
    public boolean mayEnter(Database database) {
        return has("CONNECT ANY DATABASE") || holds(Securable.of(database), "CONNECT");
    }

    /** @throws SqlError 300, which 297 follows on the wire */
    public void demandState(Guard guard) {
        String permission = guard.permission(version().year());
        if (!permission.isEmpty() && !has(permission)) {
            throw new SqlError(
                    300, 14, 1, 0, permission + " permission was denied on object 'server', database 'master'.");
        }
    }
}
