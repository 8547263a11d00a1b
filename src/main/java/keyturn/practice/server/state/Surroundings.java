package keyturn.practice.server.state;

import java.util.List;
import java.util.function.UnaryOperator;
import keyturn.practice.tsql.types.Prevailing;

/** What stands around the engine: its partners, its agent's jobs, the clients that were there before. */
public record Surroundings(Topology topology, List<Job> jobs, List<OpenSession> sessions) {

    public Surroundings {
        jobs = List.copyOf(jobs);
        sessions = List.copyOf(sessions);
    }

    /** Without a client. */
    public Surroundings without(int spid) {
        return new Surroundings(
                topology, jobs, sessions.stream().filter(s -> s.spid() != spid).toList());
    }

    /** With a group changed. */
    public Surroundings with(String group, UnaryOperator<AvailabilityGroup> change) {
        List<AvailabilityGroup> groups = topology.groups().stream()
                .map(g -> Prevailing.server().same(g.name(), group) ? change.apply(g) : g)
                .toList();
        return new Surroundings(new Topology(topology.cluster(), groups, topology.shipped()), jobs, sessions);
    }

    /** A restart ends sessions and running jobs. */
    public Surroundings restarted() {
        return new Surroundings(topology, jobs.stream().map(Job::stopped).toList(), List.of());
    }
}
