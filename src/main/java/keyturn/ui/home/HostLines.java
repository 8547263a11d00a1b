package keyturn.ui.home;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Topology;
import keyturn.domain.inspection.Surroundings;
import keyturn.domain.inspection.Surroundings.Job;
import keyturn.domain.inspection.Surroundings.ProviderSession;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/** What SQL Server tells of its host: files, service, start, jobs, sessions; and what nobody has read there. */
final class HostLines {

    private static final int SHOWN = 8;

    private final Inspection seen;
    private final ZoneId zone;
    private final List<HostLine> lines = new ArrayList<>();

    private HostLines(Inspection seen, ZoneId zone) {
        this.seen = seen;
        this.zone = zone;
    }

    static List<HostLine> of(Inspection seen, ZoneId zone) {
        HostLines told = new HostLines(seen, zone);
        told.all();
        return List.copyOf(told.lines);
    }

    private void all() {
        Inspection.Facts facts = seen.facts();
        Surroundings around = facts.around();
        lines.add(new HostLine(
                Words.of("home.host.version"),
                seen.identity().productVersion() + ", " + seen.identity().edition()));
        add("start", facts.startedAt(), start -> day(start.instant()));
        add("service", around.serviceAccount(), account -> account);
        add("topology", facts.topology(), HostLines::topology);
        add("listener", around.listener(), name -> name.orElse(Words.of("home.host.none")));
        add(
                "loaded",
                facts.loadedModules(),
                modules -> each(modules, module -> module.version() + " · " + module.path()));
        add("files", facts.dllFiles(), files -> each(files, file -> file.path().value()));
        add("sessions", around.sessions(), sessions -> each(sessions, HostLines::session));
        add("jobs", around.jobs(), jobs -> each(jobs, this::job));
        seen.host()
                .ifPresentOrElse(
                        this::host,
                        () -> lines.add(new HostLine(Words.of("home.host.unread"), Words.of("home.host.unread.what"))));
    }

    /** By a look at Windows itself. */
    private void host(Fact<HostSight> sight) {
        if (sight.value().isEmpty()) {
            add("computer", sight, HostSight::computer);
        }
        sight.value().ifPresent(known -> lines.addAll(new WindowsLines(seen, known, zone).all()));
    }

    private <T> void add(String name, Fact<T> fact, Function<T, String> told) {
        String value = Shown.why(fact).orElseGet(() -> fact.value().map(told).orElse(""));
        lines.add(new HostLine(Words.of("home.host." + name), value));
    }

    private static <T> String each(Collection<T> all, Function<T, String> told) {
        if (all.isEmpty()) {
            return Words.of("home.host.none");
        }
        String some = all.stream().limit(SHOWN).map(told).collect(Collectors.joining("\n"));
        return all.size() > SHOWN ? some + "\n" + Words.of("home.host.more", all.size() - SHOWN) : some;
    }

    private static String topology(Topology known) {
        return Words.of(
                known.clustered() ? "home.host.clustered" : known.hadrEnabled() ? "home.host.hadr" : "home.host.alone");
    }

    private static String session(ProviderSession session) {
        String from = session.internal() ? Words.of("home.host.internal") : session.program() + " " + session.host();
        return session.sessionId() + " · " + session.login() + " · " + from.strip();
    }

    private String job(Job job) {
        return day(job.next()) + " · " + job.name();
    }

    private String day(Instant at) {
        return WindowTimes.day(at, zone);
    }
}
