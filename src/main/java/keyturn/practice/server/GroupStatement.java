package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.AvailabilityGroup;
import keyturn.practice.server.state.AvailabilityGroup.Replica;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Partners;
import keyturn.practice.tsql.syntax.ServerStatement.AlterGroup;
import keyturn.practice.tsql.syntax.ServerStatement.DatabaseSetting;
import keyturn.practice.tsql.syntax.ServerStatement.GroupAction;
import keyturn.practice.tsql.types.Prevailing;

/** ALTER AVAILABILITY GROUP, and SET HADR of a database: what one of the servers does and shows. */
record GroupStatement(Turn turn) {

    void run(AlterGroup alter) {
        demandHadr();
        AvailabilityGroup group = group(alter.name());
        switch (alter.action()) {
            case FAILOVER -> failover(group, false);
            case FORCE_FAILOVER_ALLOW_DATA_LOSS -> failover(group, true);
            case ADD_DATABASE, REMOVE_DATABASE -> {
                demandPrimary(group);
                alter.names().forEach(name -> database(alter, name));
            }
            case MODIFY_REPLICA -> {
                demandPrimary(group);
                modify(group, alter);
            }
            case ADD_REPLICA, REMOVE_REPLICA, JOIN, OFFLINE, SET, GRANT, DENY -> demandPrimary(group);
        }
    }

    private void demandHadr() {
        if (!turn.instance().topology().hadrEnabled()) {
            throw Messages.error(35221, 1);
        }
    }

    private AvailabilityGroup group(String name) {
        return turn.instance().topology().groups().stream()
                .filter(g -> Prevailing.server().same(g.name(), name))
                .filter(g -> turn.scene().rights().has("ALTER ANY AVAILABILITY GROUP"))
                .findFirst()
                .orElseThrow(() -> Messages.error(15151, 1, "alter", "availability group", name));
    }

    private Optional<Replica> own(AvailabilityGroup group) {
        return group.replica(turn.instance().identity().serverName());
    }

    private void demandPrimary(AvailabilityGroup group) {
        if (own(group).filter(Replica::primary).isEmpty()) {
            throw Messages.error(41140, 1, group.name());
        }
    }

    /** Without loss of data only from a replica that commits with the primary and is connected. */
    private void failover(AvailabilityGroup group, boolean forced) {
        Replica own = own(group).orElseThrow(() -> Messages.error(41142, 1, group.name()));
        if (own.primary()) {
            throw Messages.error(41122, 11, group.name());
        }
        if (!forced && !(own.synchronous() && own.connected())) {
            throw Messages.error(41142, 34, group.name());
        }
        List<Replica> replicas = group.replicas().stream()
                .map(r -> new Replica(
                        r.id(), r.server(), r.id() == own.id(), r.synchronous(), r.automatic(), r.connected()))
                .toList();
        changed(group, g -> new AvailabilityGroup(g.name(), replicas, g.listeners(), g.databases(), g.created()));
        log("The availability replica for availability group '" + group.name()
                + "' on this instance has become the primary replica.");
    }

    private void changed(AvailabilityGroup group, UnaryOperator<AvailabilityGroup> change) {
        turn.change(i -> i.with(i.surroundings().with(group.name(), change)));
    }

    private void log(String text) {
        String source = "spid" + turn.scene().session().spid();
        turn.change(i -> i.logged(List.of(new LogLine(turn.scene().now(), source, text))));
    }

    private void database(AlterGroup alter, String name) {
        AvailabilityGroup group = group(alter.name());
        Optional<Database> database = turn.server().instance().database(name);
        boolean in =
                group.databases().stream().anyMatch(n -> Prevailing.server().same(name, n));
        if (alter.action() == GroupAction.REMOVE_DATABASE) {
            if (!in) {
                throw Messages.error(35281, 1, name, group.name());
            }
            turn.change(i -> removed(i, group.name(), name));
            return;
        }
        Database added = database.orElseThrow(() -> Messages.error(35238, 2, name, group.name()));
        if (added.system()) {
            throw Messages.error(35249, 1, name);
        }
        if (in) {
            throw Messages.error(35280, 1, name, group.name());
        }
        if (added.partners().group().isPresent()) {
            throw Messages.error(35244, 1, name, group.name());
        }
        Replica own = own(group).orElseThrow();
        turn.change(i -> joined(i, group.name(), added, own));
    }

    private static Instance joined(Instance instance, String group, Database database, Replica own) {
        Partners partners = new Partners(
                Optional.of(new Partners.Membership(group, own.server())),
                database.partners().mirror());
        Instance with = instance.with(database.partners(partners));
        return with.with(with.surroundings().with(group, g -> {
            List<String> names = new ArrayList<>(g.databases());
            names.add(database.name());
            return new AvailabilityGroup(g.name(), g.replicas(), g.listeners(), names, g.created());
        }));
    }

    private static Instance removed(Instance instance, String group, String name) {
        Instance with = instance.database(name)
                .map(d -> instance.with(
                        d.partners(new Partners(Optional.empty(), d.partners().mirror()))))
                .orElse(instance);
        return with.with(with.surroundings()
                .with(
                        group,
                        g -> new AvailabilityGroup(
                                g.name(),
                                g.replicas(),
                                g.listeners(),
                                g.databases().stream()
                                        .filter(d -> !Prevailing.server().same(d, name))
                                        .toList(),
                                g.created())));
    }

    private void modify(AvailabilityGroup group, AlterGroup alter) {
        String server = alter.names().getFirst();
        Replica replica = group.replica(server).orElseThrow(() -> Messages.error(41167, 1, server, group.name()));
        Replica now = replica;
        for (DatabaseSetting option : alter.options()) {
            now = set(now, option);
        }
        Replica set = now;
        List<Replica> replicas =
                group.replicas().stream().map(r -> r.id() == set.id() ? set : r).toList();
        changed(group, g -> new AvailabilityGroup(g.name(), replicas, g.listeners(), g.databases(), g.created()));
    }

    private static Replica set(Replica replica, DatabaseSetting option) {
        boolean synchronous = option.name().equals("AVAILABILITY_MODE")
                ? option.value().equals("SYNCHRONOUS_COMMIT")
                : replica.synchronous();
        boolean automatic =
                option.name().equals("FAILOVER_MODE") ? option.value().equals("AUTOMATIC") : replica.automatic();
        return new Replica(
                replica.id(), replica.server(), replica.primary(), synchronous, automatic, replica.connected());
    }

    /** {@code ALTER DATABASE d SET HADR OFF}, SUSPEND, RESUME. */
    void ofDatabase(Database database, DatabaseSetting setting) {
        demandHadr();
        Optional<Partners.Membership> member = database.partners().group();
        if (setting.value().startsWith("AVAILABILITY GROUP")) {
            throw Messages.error(
                    41148, 1, database.name(), setting.value().substring("AVAILABILITY GROUP = ".length()));
        }
        if (member.isEmpty()) {
            throw Messages.error(35242, 16, database.name());
        }
        String name = member.get().group();
        boolean off = setting.value().equals("OFF");
        boolean primary = turn.instance().topology().groups().stream()
                .filter(g -> Prevailing.server().same(g.name(), name))
                .anyMatch(g -> own(g).filter(Replica::primary).isPresent());
        if (off && primary) {
            throw Messages.error(35240, 14, database.name(), name);
        }
        if (off) {
            turn.change(i -> removed(i, name, database.name()));
            turn.change(i -> i.database(database.id())
                    .map(d -> i.with(d.in(Database.State.RESTORING)))
                    .orElse(i));
        }
        log("Always On Availability Groups data movement for database '" + database.name() + "' has been "
                + (setting.value().equals("RESUME") ? "resumed." : "suspended."));
    }
}
