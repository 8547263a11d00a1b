package keyturn.cli.page;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.KnownBuild;
import keyturn.domain.Message;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.build.BuildAdvice;
import keyturn.plan.build.WhichBuild;

/** The Windows host, for people: which build the connector is, and what it needs there. */
final class HostPage {

    private final TerminalPage page;
    private final Inspection inspection;
    private final Fact<HostSight> seen;

    HostPage(TerminalPage page, Inspection inspection, Fact<HostSight> seen) {
        this.page = page;
        this.inspection = inspection;
        this.seen = seen;
    }

    void print() {
        page.heading(Message.of("cli.host"));
        page.field(word("computer"), FactText.of(seen, HostSight::computer));
        seen.value().ifPresent(this::host);
    }

    private void host(HostSight host) {
        BuildAdvice.of(inspection).forEach(this::advice);
        page.field(word("services"), joined(host.services(), HostPage::service));
        page.field(word("programs"), joined(host.programs(), one -> one.name() + " " + one.version()));
        page.field(word("registry"), host.registry().map(HostPage::registry).orElseGet(() -> word("none")));
        page.field(word("runtimes"), joined(host.runtimes(), one -> one.family() + " (" + one.version() + ")"));
        if (!host.pending().isEmpty()) {
            page.field(Ink.CARE, word("pending"), String.join(", ", host.pending()));
        }
    }

    private void advice(BuildAdvice advice) {
        advice.file().ifPresent(file -> {
            page.field(word("file"), file.path());
            page.field(
                    word("signature"),
                    file.signature() + file.signer().map(by -> ", " + by).orElse(""));
            page.field(word("hash"), file.hash().value());
        });
        page.field(word("build"), build(advice.onDisk().orElse(advice.catalog())));
        for (BuildAdvice.Remark remark : advice.remarks()) {
            Ink ink =
                    switch (remark) {
                        case FILE_MISSING, NOT_SIGNED, NOT_READABLE -> Ink.BAD;
                        case FILE_IS_NOT_THE_CATALOGS, LOADED_IS_ANOTHER, ONE_NUMBER, UNLISTED, OLDER -> Ink.CARE;
                        case CURRENT -> Ink.GOOD;
                    };
            page.text(ink, 2, remark.about(advice.provider()).text());
        }
    }

    private static String build(WhichBuild build) {
        return switch (build) {
            case WhichBuild.Exactly exactly -> build(exactly.build());
            case WhichBuild.OneOf several ->
                several.builds().stream().map(HostPage::build).collect(Collectors.joining(" / "));
            case WhichBuild.Unlisted unlisted -> unlisted.version();
        };
    }

    private static String build(KnownBuild build) {
        return build.version() + build.fileDate().map(day -> " (" + day + ")").orElse("");
    }

    private static String service(HostSight.Service service) {
        return service.displayName() + ": " + service.state();
    }

    private static String registry(HostSight.Registry registry) {
        String writable =
                registry.writable().map(yes -> yes ? "writable" : "notWritable").orElse("writableUnknown");
        return TerminalPage.say("cli.host.registry." + writable, registry.uris().size());
    }

    private static <T> String joined(List<T> all, Function<T, String> how) {
        return all.isEmpty() ? word("none") : all.stream().map(how).collect(Collectors.joining(", "));
    }

    private static String word(String key) {
        return TerminalPage.say("cli.host." + key);
    }
}
