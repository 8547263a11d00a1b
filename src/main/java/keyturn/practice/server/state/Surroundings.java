package keyturn.practice.server.state;

import java.util.List;

/** What stands around the engine: its partners, its agent's jobs, the clients that were there before. */
public record Surroundings(Topology topology, List<Job> jobs, List<OpenSession> sessions) {

    public Surroundings {
        jobs = List.copyOf(jobs);
        sessions = List.copyOf(sessions);
    }

    /** A restart ends sessions and running jobs. */
    public Surroundings restarted() {
        return new Surroundings(topology, jobs.stream().map(Job::stopped).toList(), List.of());
    }
}
