package keyturn.ui.home;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.LocalPath;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.plan.due.BackedUpKeys;
import keyturn.plan.due.SecretRadar;
import keyturn.plan.forecast.DatabaseForecast;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** A server's health in four cards: restart, connector, secret, backups of its keys. */
final class HealthCards {

    private static final KnownBuild NEWEST = KnownBuild.ALL.getLast();

    private final Inspection.Facts facts;
    private final Forecast forecast;
    private final When when;

    HealthCards(Inspection.Facts facts, Forecast forecast, When when) {
        this.facts = facts;
        this.forecast = forecast;
        this.when = when;
    }

    /**
     * @param secrets what depends on them
     * @param backups of the keys in use
     */
    List<FactCard> all(SecretRadar secrets, BackedUpKeys backups) {
        Optional<ClientId> refused = facts.azure().flatMap(AzureSight::expired);
        return List.of(restart(), connector(), SecretExpiry.card(secrets, refused, when), keyBackups(backups));
    }

    private FactCard restart() {
        int all = forecast.databases().size();
        int opening = count("opens");
        int failing = count("fails");
        Tone tone =
                switch (forecast.server()) {
                    case RestartAnswer.Opens opens -> Tone.FINE;
                    case RestartAnswer.Fails fails -> Tone.DANGER;
                    case RestartAnswer.Uncertain uncertain -> Tone.ATTENTION;
                };
        String word = forecast.server().word();
        return new FactCard(
                Words.of("home.restart"),
                Words.of("home.restart." + word, all, failing, all - opening - failing),
                Words.of("home.restart." + word + ".about", opening, failing, all - opening - failing),
                Optional.of(new Tag(tone, Words.of("home.restart." + word + ".tag"))));
    }

    private int count(String word) {
        return (int) forecast.databases().stream()
                .map(DatabaseForecast::answer)
                .filter(answer -> answer.word().equals(word))
                .count();
    }

    private FactCard connector() {
        return switch (facts.providers()) {
            case Fact.Known<List<Provider>> known ->
                known.content().stream()
                        .findFirst()
                        .map(first -> connector(first, known.content().size()))
                        .orElseGet(() -> card("home.connector", Words.of("home.provider.none"), "", Optional.empty()));
            case Fact.Unknown<List<Provider>> unknown ->
                unread("home.connector", unknown.why().text());
            case Fact.NotPermitted<List<Provider>> denied ->
                unread(
                        "home.connector",
                        Words.of("home.needs", denied.permission().name()));
        };
    }

    private FactCard connector(Provider provider, int all) {
        boolean old = isOld(provider);
        boolean pending = !isLoaded(provider);
        String about = pending
                ? Words.of("home.connector.pending", loaded())
                : old
                        ? Words.of("home.connector.newer", NEWEST.version())
                        : all > 1
                                ? Words.of("home.connector.first", provider.name(), all)
                                : provider.name().value();
        Tag tag = !provider.enabled()
                ? new Tag(Tone.DANGER, Words.of("home.provider.disabled"))
                : pending
                        ? new Tag(Tone.ATTENTION, Words.of("home.connector.tag.pending"))
                        : old
                                ? new Tag(Tone.ATTENTION, Words.of("home.connector.tag.old"))
                                : new Tag(Tone.FINE, Words.of("home.connector.tag.current"));
        return card("home.connector", provider.version(), about, Optional.of(tag));
    }

    private static boolean isOld(Provider provider) {
        try {
            return FileVersion.parse(provider.version()).compareTo(NEWEST.version()) < 0;
        } catch (InvalidValue other) {
            return false;
        }
    }

    /** Where nothing is loaded yet, nothing differs. */
    private boolean isLoaded(Provider provider) {
        List<LoadedModule> modules = facts.loadedModules().value().orElse(List.of());
        return modules.isEmpty()
                || modules.stream().anyMatch(module -> module.path().equalsIgnoreCase(provider.dllPath()));
    }

    private String loaded() {
        return facts.loadedModules().value().orElse(List.of()).getFirst().version();
    }

    /** Neither SQL Server nor a vault keeps a record of a vault key's backups: only runs do. */
    private FactCard keyBackups(BackedUpKeys backups) {
        int used = backups.keys().size();
        int missing = backups.missing().size();
        if (used == 0) {
            return KeyAges.noneInUse(Words.of("home.keyBackups"), facts);
        }
        boolean changed = !backups.changed().isEmpty();
        Tag tag = changed
                ? new Tag(Tone.ATTENTION, Words.of("home.keyBackups.tag.changed"))
                : new Tag(Tone.FINE, Words.of("home.keyBackups.tag.fine"));
        return backups.oldest()
                .map(at -> card("home.keyBackups", when.date(at), where(backups), Optional.of(tag)))
                .orElseGet(() -> card(
                        "home.keyBackups",
                        Words.of("home.keyBackups.missing", missing, used),
                        Words.of("home.keyBackups.about"),
                        Optional.of(new Tag(Tone.ATTENTION, Words.of("home.keyBackups.tag")))));
    }

    private static String where(BackedUpKeys backups) {
        int used = backups.keys().size();
        String folders = backups.folders().stream().map(LocalPath::value).collect(Collectors.joining(", "));
        return folders.isEmpty()
                ? Words.of("home.keyBackups.byRuns", used)
                : Words.of("home.keyBackups.where", used, folders);
    }

    private static FactCard unread(String caption, String why) {
        return card(
                caption, Words.of("home.unknown"), why, Optional.of(new Tag(Tone.ATTENTION, Words.of("home.unread"))));
    }

    private static FactCard card(String caption, String value, String line, Optional<Tag> tag) {
        return new FactCard(Words.of(caption), value, line, tag);
    }
}
