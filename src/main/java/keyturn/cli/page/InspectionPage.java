package keyturn.cli.page;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.DllFile;
import keyturn.domain.inspection.Inspection.EkmSwitch;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.domain.inspection.Inspection.Topology;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Outlook;

/** An inspection for people: the server, the connector, the databases and what each hangs on. */
public final class InspectionPage {

    private final TerminalPage page;
    private final Inspection inspection;

    private final Period warning;

    public InspectionPage(TerminalPage page, Inspection inspection) {
        this(page, inspection, Outlook.USUAL_WARNING);
    }

    /** @param warning how long before they expire secrets and keys are told first */
    public InspectionPage(TerminalPage page, Inspection inspection, Period warning) {
        this.page = page;
        this.inspection = inspection;
        this.warning = warning;
    }

    public void print() {
        ServerIdentity server = inspection.identity();
        page.title(Message.of("cli.inspect.title", server.name(), time(inspection.takenAt())), server.practice());
        facts();
    }

    /** Without the title. */
    public void facts() {
        Forecast forecast = Forecast.of(inspection, new Outlook(Set.of(), warning));
        SecretsPage secrets = new SecretsPage(page, inspection, forecast);
        secrets.soon(warning);
        new ForecastPage(page, forecast).print();
        server(inspection.identity());
        providers();
        otherDlls();
        new DatabasesTable(page, inspection).print();
        Optional<AzurePage> azure =
                inspection.facts().azure().map(sight -> new AzurePage(page, sight, inspection.takenAt()));
        azure.ifPresent(AzurePage::vaults);
        secrets.all();
        azure.ifPresent(AzurePage::problems);
        inspection.host().ifPresent(seen -> new HostPage(page, inspection, seen).print());
    }

    private void server(ServerIdentity server) {
        page.heading(Message.of("cli.inspect.server"));
        page.field(word("server.name"), server.name());
        page.field(word("server.version"), server.productVersion() + " (" + release(server.majorVersion()) + ")");
        page.field(word("server.edition"), server.edition());
        page.field(word("server.node"), server.node().value());
        page.field(word("server.login"), server.loginName());
        page.field(word("server.started"), FactText.of(inspection.facts().startedAt(), start -> time(start.instant())));
        page.field(word("server.topology"), FactText.of(inspection.facts().topology(), InspectionPage::topology));
        page.field(word("server.ekm"), FactText.of(inspection.facts().ekm(), InspectionPage::ekm));
    }

    private static String topology(Topology topology) {
        return word(topology.clustered() ? "topology.clustered" : "topology.alone")
                + word(topology.hadrEnabled() ? "topology.groups" : "topology.noGroups");
    }

    private static String ekm(EkmSwitch ekm) {
        String running = word(ekm.running() ? "ekm.on" : "ekm.off");
        return ekm.configured() == ekm.running() ? running : running + word("ekm.pending");
    }

    private void providers() {
        List<Inspection.Provider> known = inspection.facts().providers().value().orElse(List.of());
        if (known.isEmpty()) {
            page.heading(Message.of("cli.inspect.providers"));
            page.text(Ink.CARE, 2, FactText.of(inspection.facts().providers(), none -> word("providers.none")));
            loaded();
        }
        for (Inspection.Provider provider : known) {
            page.heading(Message.of("cli.inspect.provider", provider.name()));
            page.field(
                    provider.enabled() ? Ink.GOOD : Ink.BAD,
                    word("provider.state"),
                    word(provider.enabled() ? "provider.enabled" : "provider.disabled"));
            page.field(word("provider.catalog"), provider.dllPath());
            page.field(word("provider.version"), provider.version());
            loaded();
        }
    }

    /** The process's own modules, whichever provider brought them: the catalog cannot tell whose they are once it has moved. */
    private void loaded() {
        String none = FactText.of(inspection.facts().loadedModules(), modules -> word("loaded.none"));
        List<LoadedModule> modules = inspection.facts().loadedModules().value().orElse(List.of());
        if (modules.isEmpty()) {
            page.field(word("loaded"), none);
        }
        for (LoadedModule module : modules) {
            page.field(word("loaded"), module.path());
            page.field(word("loaded.version"), module.version());
            page.field(word("loaded.date"), FactText.of(module.fileDate(), String::valueOf));
            if (!inCatalog(module.path())
                    && inspection.facts().providers().value().isPresent()) {
                page.field(Ink.CARE, "", word("loaded.pending"));
            }
        }
    }

    private boolean inCatalog(String path) {
        return inspection.facts().providers().value().orElse(List.of()).stream()
                .anyMatch(provider -> provider.dllPath().equalsIgnoreCase(path));
    }

    private void otherDlls() {
        page.heading(Message.of("cli.inspect.otherDlls"));
        List<DllFile> files = inspection.facts().dllFiles().value().orElse(List.of());
        List<String> others = files.stream()
                .map(file -> file.path().value())
                .filter(path -> !inCatalog(path))
                .toList();
        if (others.isEmpty()) {
            page.text(Ink.PLAIN, 2, FactText.of(inspection.facts().dllFiles(), found -> word("otherDlls.none")));
        }
        others.forEach(path -> page.hanging(Ink.PLAIN, 2, 2, path));
    }

    /** The time of day, to the second. */
    static String clock(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'")
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    /** To the second, in UTC: the same on every machine. */
    public static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'")
                .withZone(ZoneOffset.UTC)
                .format(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String release(int major) {
        return switch (major) {
            case 13 -> "SQL Server 2016";
            case 14 -> "SQL Server 2017";
            case 15 -> "SQL Server 2019";
            case 16 -> "SQL Server 2022";
            case 17 -> "SQL Server 2025";
            default -> TerminalPage.say("cli.inspect.server.release", major);
        };
    }

    private static String word(String key) {
        return TerminalPage.say("cli.inspect." + key);
    }
}
