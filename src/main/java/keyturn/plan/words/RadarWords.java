package keyturn.plan.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.azure.Tie;
import keyturn.plan.due.SecretRadar;
import keyturn.plan.due.SecretRadar.Dependent;
import keyturn.plan.due.SecretRadar.Watched;
import keyturn.plan.fact.Times;

/** Secrets that expire and what depends on them, in words; the same in the window and on the command line. */
public final class RadarWords {

    /** Databases that a line names; more are counted. */
    private static final int NAMED = 5;

    private static final String PREFIX = "plan.radar.";

    private RadarWords() {}

    /** That the secrets of an application expire, or have expired; empty text where nothing is known of that. */
    public static String end(Watched one, Instant now) {
        String name = shown(one.name().orElse(""));
        List<Dependent> without = one.withoutSecret();
        if (!without.isEmpty()) {
            return text(
                    "gone",
                    name,
                    without.size(),
                    joined(without.stream().map(Dependent::credential).toList()));
        }
        return one.end(now)
                .map(end -> one.isOver(now)
                        ? text("over", name, Times.seconds(end))
                        : text("ends", name, Times.seconds(end), Times.days(now, end)))
                .orElse("");
    }

    /** A line for each credential that signs in as the application. */
    public static List<String> dependents(Watched one) {
        return one.dependents().stream().map(RadarWords::dependent).toList();
    }

    private static String dependent(Dependent one) {
        String holds = one.holding()
                .known()
                .map(keyId -> " " + text("dependent.holds", shown(keyId)))
                .orElse("");
        return uses(one) + holds;
    }

    private static String uses(Dependent one) {
        String by = source(one.source());
        List<String> databases =
                one.uses().databases().stream().map(RadarWords::shown).toList();
        if (one.uses().logins().isEmpty()) {
            return text("dependent.noLogin", shown(one.credential()), by);
        }
        String few = databases.stream().limit(NAMED).collect(Collectors.joining(", "));
        return text(
                databases.size() > NAMED ? "dependent.many" : "dependent",
                shown(one.credential()),
                by,
                joined(one.uses().logins()),
                joined(one.uses().keys()),
                databases.size(),
                few);
    }

    /** How it is known which application a credential signs in as. */
    public static String source(Tie.Source source) {
        return switch (source) {
            case Tie.Told told -> text("source.told", Times.day(told.at()));
            case Tie.OfRun run -> text("source.run", run.run(), Times.day(run.at()));
        };
    }

    /** What is not known, and what has no secret. */
    public static List<String> rest(SecretRadar radar) {
        List<String> lines = new ArrayList<>();
        if (!radar.untied().isEmpty()) {
            lines.add(text("untied", radar.untied().size(), joined(radar.untied())));
        }
        if (!radar.managed().isEmpty()) {
            lines.add(text("managed", radar.managed().size(), joined(radar.managed())));
        }
        return lines;
    }

    private static String joined(List<?> names) {
        return names.stream().map(RadarWords::shown).collect(Collectors.joining(", "));
    }

    private static String shown(Object name) {
        return OneLine.shown(String.valueOf(name));
    }

    private static String text(String key, Object... arguments) {
        return Message.of(PREFIX + key, arguments).text();
    }
}
