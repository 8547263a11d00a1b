package keyturn.plan.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.Health;
import keyturn.plan.depend.Loss;
import keyturn.plan.depend.Part;
import keyturn.plan.depend.PartId;
import keyturn.plan.depend.PartKind;
import keyturn.plan.depend.Partnership;
import keyturn.plan.depend.Reason;
import keyturn.plan.depend.Remainder;
import keyturn.plan.fact.Times;

/** What depends on what, in words: the same in the picture, its text and the command line. */
public final class DependencyWords {

    /** Names in one sentence; more are counted. */
    private static final int NAMED = 5;

    private static final String PREFIX = "plan.depend.";

    private DependencyWords() {}

    /** The name of a part as people know it. */
    public static String name(PartId part) {
        return switch (part) {
            case PartId.OfProvider provider -> shown(provider.name());
            case PartId.OfKey key -> shown(key.name());
            case PartId.OfMissingKey key -> text("missingKey", key.thumbprint());
            case PartId.OfLogin login -> shown(login.name());
            case PartId.OfCredential credential -> shown(credential.name());
            case PartId.OfVault vault -> shortName(vault.host());
            case PartId.OfVaultKey key -> shown(key.name());
            case PartId.Others others -> text("others", others.count());
            case PartId.Unseen unseen -> text("unseen." + word(unseen.kind()));
            case PartId.OfDatabase database -> shown(database.name());
            case PartId.DatabasesOf group -> text("group", name(group.key()));
        };
    }

    /** What kind of thing it is, as the head of a column says it. */
    public static String kind(PartKind kind) {
        return text("kind." + word(kind));
    }

    /** How it stands, in a word or two. */
    public static String state(Health.State state) {
        return text("state." + word(state));
    }

    public static Message of(Reason reason) {
        return switch (reason) {
            case Reason.Fails fails -> ForecastWords.of(fails.cause());
            case Reason.Unclear unclear -> ForecastWords.of(unclear.missing());
            case Reason.Soon soon -> ForecastWords.of(soon.warning());
            case Reason.RotationDue due -> say("reason.rotationDue", Times.day(due.due()));
            case Reason.OldBuild old -> say("reason.oldBuild", old.is(), old.newest());
            case Reason.Unread unread -> say("reason.unread", unread.why().text());
            case Reason.NotFound none -> say("reason.notFound");
            case Reason.NoDoor none -> say("reason.noDoor");
            case Reason.Unused unused -> say("reason.unused");
            case Reason.OfCaller caller -> say("reason.ofCaller", caller.login());
            case Reason.KeyNotShown hidden -> say("reason.keyNotShown");
        };
    }

    /** A part in one line: kind, name, caption, state. */
    public static String line(Part part) {
        String caption = part.caption().text();
        return text(
                "line",
                kind(part.kind()),
                name(part.id()),
                caption.isEmpty() ? "-" : caption,
                state(part.health().state()));
    }

    /** What it needs, by name; empty where it needs nothing. */
    public static List<Message> needs(DependencyGraph graph, PartId part) {
        List<String> names =
                graph.needs(part).stream().map(DependencyWords::named).toList();
        return names.isEmpty() ? List.of() : List.of(say("needs", name(part), String.join(", ", names)));
    }

    /** What goes with it, in a sentence or two. */
    public static List<Message> breaks(DependencyGraph graph, PartId part) {
        Loss loss = graph.breaks(part);
        Message databases = loss.databases().isEmpty()
                ? say("loss.none", name(part))
                : say("loss.databases", name(part), loss.databases().size(), listed(loss.databases()));
        Message useless = say(
                "loss.useless",
                loss.useless().stream().map(DependencyWords::named).collect(Collectors.joining(", ")));
        return loss.useless().isEmpty() ? List.of(databases) : List.of(databases, useless);
    }

    /** The first names, and how many there are besides. */
    public static String listed(List<DatabaseName> databases) {
        String names =
                databases.stream().limit(NAMED).map(DependencyWords::shown).collect(Collectors.joining(", "));
        return databases.size() <= NAMED ? names : text("andMore", names, databases.size() - NAMED);
    }

    /** The reasons of a part, each in a sentence. */
    public static Stream<Message> reasons(Part part) {
        return part.health().reasons().stream().map(DependencyWords::of);
    }

    /** Other servers and nodes that need the same keys. */
    public static List<Message> surroundings(DependencyGraph graph) {
        Partnership others = graph.partnership();
        List<Message> lines = new ArrayList<>();
        if (others.clustered()) {
            lines.add(say("partner.cluster"));
        }
        others.groups().forEach((group, databases) -> lines.add(say("partner.group", shown(group), listed(databases))));
        if (!others.mirrored().isEmpty()) {
            lines.add(say("partner.mirrored", listed(others.mirrored())));
        }
        if (!others.logShipped().isEmpty()) {
            lines.add(say("partner.logShipped", listed(others.logShipped())));
        }
        return lines;
    }

    /** Databases that no key of a provider protects, and what could not be read of databases. */
    public static List<Message> rest(DependencyGraph graph) {
        Remainder rest = graph.remainder();
        List<Message> lines = new ArrayList<>();
        rest.unread().ifPresent(why -> lines.add(say("rest.unread", why.text())));
        if (rest.byCertificate() > 0) {
            lines.add(say("rest.certificate", rest.byCertificate()));
        }
        if (rest.plain() > 0) {
            lines.add(say("rest.plain", rest.plain()));
        }
        if (!rest.notStarted().isEmpty()) {
            lines.add(say("rest.notStarted", listed(rest.notStarted())));
        }
        return lines;
    }

    private static String named(PartId part) {
        return text("named", text("kind.inSentence." + word(part.kind())), name(part));
    }

    private static String shortName(String host) {
        int dot = host.indexOf('.');
        return shown(dot < 0 ? host : host.substring(0, dot));
    }

    private static String shown(Object name) {
        return OneLine.shown(String.valueOf(name));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(String key, Object... arguments) {
        return say(key, arguments).text();
    }

    private static Message say(String key, Object... arguments) {
        return Message.of(PREFIX + key, arguments);
    }
}
