package keyturn.practice.server.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.types.Collation;

/** The whole server at one instant. A statement takes one and keeps it; a change makes another. */
public record Instance(
        Identity identity,
        Settings settings,
        Ekm ekm,
        Security security,
        List<Database> databases,
        History history,
        Surroundings surroundings) {

    public Instance {
        databases = Databases.of(databases, identity.collation());
    }

    public Optional<Database> database(String name) {
        return Databases.of(databases, identity.collation()).named(name);
    }

    public Optional<Database> database(int id) {
        return Databases.of(databases, identity.collation()).numbered(id);
    }

    /** The principals of a database: those of every one and its own. */
    public List<User> users(Database database) {
        List<User> all =
                new ArrayList<>(User.fixed(database, database.settings().owner()));
        security.access().users().stream()
                .filter(u -> u.database() == database.id())
                .forEach(all::add);
        return all;
    }

    public Optional<User> user(Database database, String name) {
        Collation naming = Collation.known(database.settings().collation());
        return users(database).stream().filter(u -> naming.same(u.name(), name)).findFirst();
    }

    public Optional<User> user(Database database, int id) {
        return users(database).stream().filter(u -> u.id() == id).findFirst();
    }

    public Topology topology() {
        return surroundings.topology();
    }

    public Instance with(Identity now) {
        return new Instance(now, settings, ekm, security, databases, history, surroundings);
    }

    public Instance with(Settings now) {
        return new Instance(identity, now, ekm, security, databases, history, surroundings);
    }

    public Instance with(Ekm now) {
        return new Instance(identity, settings, now, security, databases, history, surroundings);
    }

    public Instance with(Security now) {
        return new Instance(identity, settings, ekm, now, databases, history, surroundings);
    }

    public Instance with(History now) {
        return new Instance(identity, settings, ekm, security, databases, now, surroundings);
    }

    public Instance with(Surroundings now) {
        return new Instance(identity, settings, ekm, security, databases, history, now);
    }

    /** With more lines in the ERRORLOG. */
    public Instance logged(List<LogLine> lines) {
        return with(history.with(lines));
    }

    public Instance withDatabases(List<Database> now) {
        return new Instance(identity, settings, ekm, security, now, history, surroundings);
    }

    /** With the database of the same id replaced. */
    public Instance with(Database database) {
        List<Database> now = new ArrayList<>(databases);
        now.replaceAll(d -> d.id() == database.id() ? database : d);
        return withDatabases(now);
    }
}
