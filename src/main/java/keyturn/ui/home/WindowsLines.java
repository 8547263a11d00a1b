package keyturn.ui.home;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.host.HostSight;
import keyturn.domain.host.StartType;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.build.BuildAdvice;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/**
 * What the look at Windows itself tells: which build the connector's file is, every SQL Server on the computer with the connector that
 * it has loaded, and what the connector needs.
 */
record WindowsLines(Inspection seen, HostSight host, ZoneId zone) {

    private static final int SHOWN = 8;

    /** Tells two files apart at a glance. */
    private static final int DIGITS = 12;

    List<HostLine> all() {
        List<HostLine> lines = new ArrayList<>();
        lines.add(line("computer", host.computer()));
        BuildAdvice.of(seen).forEach(advice -> lines.add(build(advice)));
        lines.add(line("services", each(host.services().stream().map(this::service))));
        lines.add(line("programs", each(host.programs().stream().map(WindowsLines::program))));
        lines.add(line("hostFiles", each(host.files().stream().map(this::file))));
        lines.add(line("runtimes", runtimes()));
        lines.add(line("registry", host.registry().map(this::registry).orElse(Words.of("home.host.none"))));
        lines.add(line("pending", each(host.pending().stream())));
        lines.add(line("events", each(host.events().stream().map(this::event))));
        return lines;
    }

    private static HostLine line(String name, String value) {
        return new HostLine(Words.of("home.host." + name), value);
    }

    private HostLine build(BuildAdvice advice) {
        String file = advice.file().map(this::file).orElse(advice.provider().dllPath());
        String remarks = advice.remarks().stream()
                .map(remark -> remark.about(advice.provider()))
                .map(Message::text)
                .collect(Collectors.joining("\n"));
        return new HostLine(Words.of("home.host.build", advice.provider().name()), file + "\n" + remarks);
    }

    /** Version, date and hash tell builds apart that have one number. */
    private String file(HostSight.File file) {
        return Words.of(
                "home.host.file",
                file.path(),
                file.version(),
                WindowTimes.day(file.written(), zone),
                file.hash().value().substring(0, DIGITS),
                file.signature());
    }

    private String service(HostSight.Service service) {
        String loaded = service.modules().isEmpty()
                ? Words.of("home.host.service.noDll")
                : String.join(", ", service.modules());
        return Words.of(
                "home.host.service.line",
                service.name(),
                service.state(),
                service.startType().map(StartType::word).orElse(Words.of("home.host.service.otherType")),
                service.account(),
                loaded);
    }

    private static String program(HostSight.Program program) {
        return Words.of("home.host.program", program.name(), program.version(), program.product());
    }

    private String runtimes() {
        Stream<String> visual = host.runtimes().stream().map(one -> Words.of("home.host.runtime", one.version()));
        Stream<String> net =
                host.dotNet().stream().map(release -> Words.of("home.host.dotNet", String.valueOf(release)));
        return each(Stream.concat(visual, net));
    }

    private String registry(HostSight.Registry registry) {
        String rights = registry.writable()
                .map(may -> Words.of(may ? "home.host.registry.writable" : "home.host.registry.closed"))
                .orElse(Words.of("home.host.registry.unknown"));
        return rights + "\n" + each(registry.uris().stream().map(uri -> uri.thumbprint() + " · " + uri.uri()));
    }

    private String event(HostSight.Event event) {
        return WindowTimes.day(event.at(), zone) + " · " + event.level() + " · " + event.id() + " · " + event.message();
    }

    private static String each(Stream<String> all) {
        List<String> lines = all.toList();
        if (lines.isEmpty()) {
            return Words.of("home.host.none");
        }
        String some = lines.stream().limit(SHOWN).collect(Collectors.joining("\n"));
        return lines.size() > SHOWN ? some + "\n" + Words.of("home.host.more", lines.size() - SHOWN) : some;
    }
}
