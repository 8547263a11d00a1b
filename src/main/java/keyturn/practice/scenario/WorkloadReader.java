package keyturn.practice.scenario;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Job;
import keyturn.practice.server.state.OpenSession;
import keyturn.practice.server.state.Security;

/** Jobs of the agent, and clients that are connected from the start. */
final class WorkloadReader {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final int FIRST_SPID = 71;
    private static final int DAY = 24 * 60;

    private WorkloadReader() {}

    static List<Job> jobs(Entry root, List<Database> databases, LocalDateTime now) {
        List<Job> jobs = new ArrayList<>();
        root.each("jobs", e -> jobs.add(job(e, jobs.size() + 1, databases, now)));
        return jobs;
    }

    private static Job job(Entry entry, int id, List<Database> databases, LocalDateTime now) {
        Optional<LocalTime> daily = entry.has("dailyAt")
                ? Optional.of(LocalTime.parse(entry.text("dailyAt", TIME, "a time of day such as 22:30")))
                : Optional.empty();
        int minutes = entry.number("everyMinutes", 0, DAY, 0);
        if (daily.isPresent() && minutes > 0) {
            throw entry.fault("everyMinutes", "a job has 'dailyAt' or 'everyMinutes', not both");
        }
        String database = entry.text("database", "master");
        if (databases.stream().noneMatch(d -> d.name().equals(database))) {
            throw entry.fault("database", "the job works in '" + database + "', which is not among 'databases'");
        }
        Optional<LocalDateTime> last =
                entry.has("lastBefore") ? Optional.of(now.minus(entry.before("lastBefore"))) : Optional.empty();
        boolean running = entry.flag("running", false);
        if (running && last.isEmpty()) {
            throw entry.fault("running", "a job that runs has begun: 'lastBefore' is missing");
        }
        return new Job(
                id,
                entry.text("name"),
                entry.flag("enabled", true),
                daily,
                minutes,
                running,
                database,
                entry.text("command"),
                now.minus(entry.before("createdBefore")),
                last);
    }

    static List<OpenSession> sessions(Entry root, Security security, LocalDateTime now) {
        List<OpenSession> sessions = new ArrayList<>();
        root.each("sessions", e -> sessions.add(session(e, FIRST_SPID + sessions.size(), security, now)));
        return sessions;
    }

    private static OpenSession session(Entry entry, int spid, Security security, LocalDateTime now) {
        String login = entry.text("login");
        if (security.login(login).isEmpty()) {
            throw entry.fault("login", "the session names the login '" + login + "', which is not among 'logins'");
        }
        return new OpenSession(
                spid,
                login,
                entry.text("program"),
                entry.text("host", ScenarioReader.HOST, "a name that begins with PRACTICE"),
                entry.has("credential")
                        ? Optional.of(credential(entry, security).id())
                        : Optional.empty(),
                now.minus(entry.before("since")));
    }

    private static Credential credential(Entry entry, Security security) {
        String name = entry.text("credential");
        return security.credentials().stream()
                .filter(c -> c.name().equals(name) && c.provider().isPresent())
                .findFirst()
                .orElseThrow(() -> entry.fault(
                        "credential",
                        "the session holds '" + name + "', which is no credential of a provider among 'credentials'"));
    }
}
