package keyturn.practice.server.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who may do what: users of databases, members of roles, permissions granted and denied. What every server and every
 * database has from its beginning is no part of it.
 */
public record Access(List<User> users, List<Member> members, List<Grant> grants) {

    public static final Access NONE = new Access(List.of(), List.of(), List.of());

    public Access {
        users = List.copyOf(users);
        members = List.copyOf(members);
        grants = List.copyOf(grants);
    }

    /** A principal with all roles that it is in, through others too. */
    public Set<Integer> tokens(int database, int principal) {
        Set<Integer> all = new HashSet<>(Set.of(principal));
        boolean more = true;
        while (more) {
            more = all.addAll(members.stream()
                    .filter(m -> m.database() == database && all.contains(m.member()))
                    .map(Member::role)
                    .toList());
        }
        return all;
    }

    public Stream<Grant> of(int database) {
        return grants.stream().filter(g -> g.on().database() == database);
    }

    /** With a user added, or in place of the one of its id. */
    public Access with(User user) {
        List<User> now = new ArrayList<>(users);
        now.removeIf(u -> u.database() == user.database() && u.id() == user.id());
        now.add(user);
        return new Access(now, members, grants);
    }

    public Access with(Member member) {
        return members.contains(member) ? this : new Access(users, added(members, member), grants);
    }

    public Access without(Member member) {
        return new Access(users, kept(members, m -> !m.equals(member)), grants);
    }

    /** With a permission as it is now, whatever it was. */
    public Access with(Grant grant) {
        Access before = revoked(grant.on(), grant.permission(), grant.grantee());
        return new Access(users, members, added(before.grants, grant));
    }

    public Access revoked(Securable on, String permission, int grantee) {
        return new Access(users, members, kept(grants, g -> !g.matches(on, permission, grantee)));
    }

    /** A permission that may no longer be granted on. */
    public Access ungrantable(Securable on, String permission, int grantee) {
        return new Access(
                users,
                members,
                grants.stream()
                        .map(g -> g.matches(on, permission, grantee) && g.state() == Grant.State.GRANTABLE
                                ? g.in(Grant.State.GRANTED)
                                : g)
                        .toList());
    }

    /** Without a database's principal, its memberships and its permissions. */
    public Access without(User user) {
        return new Access(
                kept(users, u -> u.database() != user.database() || u.id() != user.id()),
                kept(
                        members,
                        m -> m.database() != user.database() || (m.member() != user.id() && m.role() != user.id())),
                kept(grants, g -> g.on().database() != user.database() || g.grantee() != user.id()));
    }

    /** Without a login, its memberships and its permissions; its users stay, as on a real server. */
    public Access without(Login login) {
        return new Access(
                users,
                kept(members, m -> m.database() != 0 || (m.member() != login.id() && m.role() != login.id())),
                kept(grants, g -> g.on().database() != 0 || g.grantee() != login.id()));
    }

    /** What belongs to one database. */
    public Access ofDatabase(int database) {
        return new Access(
                kept(users, u -> u.database() == database),
                kept(members, m -> m.database() == database),
                kept(grants, g -> g.on().database() == database));
    }

    /** With what belongs to a database of another server, or of another number, in place of what was there. */
    public Access with(int database, Access other) {
        Access rest = withoutDatabase(database);
        return new Access(
                joined(rest.users, other.users.stream().map(u -> u.in(database)).toList()),
                joined(
                        rest.members,
                        other.members.stream()
                                .map(m -> new Member(database, m.role(), m.member()))
                                .toList()),
                joined(
                        rest.grants,
                        other.grants.stream()
                                .map(g -> new Grant(
                                        g.on().in(database), g.permission(), g.grantee(), g.grantor(), g.state()))
                                .toList()));
    }

    private static <T> List<T> joined(List<T> before, List<T> more) {
        return Stream.concat(before.stream(), more.stream()).toList();
    }

    /** Without all that belongs to a database that is gone. */
    public Access withoutDatabase(int database) {
        return new Access(
                kept(users, u -> u.database() != database),
                kept(members, m -> m.database() != database),
                kept(grants, g -> g.on().database() != database));
    }

    private static <T> List<T> added(List<T> before, T one) {
        return Stream.concat(before.stream(), Stream.of(one)).toList();
    }

    private static <T> List<T> kept(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).toList();
    }
}
