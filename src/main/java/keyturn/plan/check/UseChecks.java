package keyturn.plan.check;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Surroundings;
import keyturn.domain.inspection.Surroundings.Job;
import keyturn.domain.inspection.Surroundings.OtherUse;
import keyturn.domain.inspection.Surroundings.ProviderSession;

/** Who else uses the provider, and what will run soon. */
public final class UseChecks {

    private static final int SHOWN = 10;

    private UseChecks() {}

    /** The holder of an open session keeps the old DLL until it ends (message 33057). */
    public static Stream<Finding> sessions(CheckedServer situation) {
        Fact<List<ProviderSession>> sessions = around(situation).sessions();
        if (sessions.value().isEmpty()) {
            return Findings.notKnown(Area.SESSIONS, "sessions.unknown", sessions);
        }
        List<ProviderSession> open = sessions.value().get().stream()
                .filter(session -> situation
                        .provider()
                        .filter(row -> row.id() == session.providerId())
                        .isPresent())
                .toList();
        List<String> users = open.stream()
                .filter(session -> !session.internal())
                .map(UseChecks::shown)
                .toList();
        if (users.isEmpty()) {
            return open.isEmpty()
                    ? Findings.fine(Area.SESSIONS, "sessions.none")
                    : Findings.fine(Area.SESSIONS, "sessions.internal", open.size());
        }
        return Findings.attention(Area.SESSIONS, "sessions.open", users.size(), first(users));
    }

    private static String shown(ProviderSession session) {
        String from = Stream.of(session.program(), session.host())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        return session.sessionId() + " " + session.login() + (from.isEmpty() ? "" : " (" + from + ")");
    }

    public static Stream<Finding> others(CheckedServer situation) {
        Fact<List<OtherUse>> uses = around(situation).otherUses();
        if (uses.value().isEmpty()) {
            return Findings.notKnown(Area.USERS, "users.unknown", uses);
        }
        List<String> found = uses.value().get().stream()
                .filter(use -> situation
                        .provider()
                        .filter(row -> row.guid().equalsIgnoreCase(use.providerGuid()))
                        .isPresent())
                .map(use -> switch (use.kind()) {
                    case DATABASE_KEY -> use.database() + ": " + use.what();
                    case BACKUP -> use.database() + ": backups by " + use.what();
                })
                .toList();
        return found.isEmpty()
                ? Findings.fine(Area.USERS, "users.none")
                : Findings.attention(Area.USERS, "users.found", found.size(), first(found));
    }

    public static Stream<Finding> jobs(CheckedServer situation) {
        Fact<List<Job>> jobs = around(situation).jobs();
        if (jobs.value().isEmpty()) {
            return Findings.notKnown(Area.JOBS, "jobs.unknown", jobs);
        }
        List<String> due = jobs.value().get().stream()
                .map(job -> job.name() + " " + job.next().truncatedTo(ChronoUnit.SECONDS))
                .toList();
        return due.isEmpty()
                ? Findings.fine(Area.JOBS, "jobs.none")
                : Findings.attention(Area.JOBS, "jobs.due", due.size(), first(due));
    }

    private static String first(List<String> texts) {
        return texts.stream().limit(SHOWN).collect(Collectors.joining("; ")) + (texts.size() > SHOWN ? "; …" : "");
    }

    private static Surroundings around(CheckedServer situation) {
        return situation.inspection().facts().around();
    }
}
