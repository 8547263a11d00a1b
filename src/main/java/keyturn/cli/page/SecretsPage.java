package keyturn.cli.page;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.KeySince;
import keyturn.plan.due.SecretRadar;
import keyturn.plan.due.SecretRadar.Watched;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.words.RadarWords;

/** The secrets of applications and what depends on them, for people. */
final class SecretsPage {

    private final TerminalPage page;
    private final SecretRadar radar;
    private final Instant now;

    SecretsPage(TerminalPage page, Inspection seen, Forecast forecast) {
        this.page = page;
        this.radar = SecretRadar.of(seen, DependencyGraph.of(seen, forecast, KeySince.USUAL_PERIOD));
        this.now = seen.takenAt();
    }

    /** What has expired or will within this time; nothing where nothing has. */
    void soon(Period warning) {
        Instant soon = now.atZone(ZoneOffset.UTC).plus(warning).toInstant();
        List<Watched> near = radar.applications().stream()
                .filter(one -> one.isOver(now)
                        || one.end(now).filter(end -> !end.isAfter(soon)).isPresent())
                .toList();
        if (!near.isEmpty()) {
            page.heading(Message.of("cli.secrets.soon"));
        }
        for (Watched one : near) {
            page.hanging(one.isOver(now) ? Ink.BAD : Ink.CARE, 2, 2, RadarWords.end(one, now));
            RadarWords.dependents(one).forEach(line -> page.hanging(Ink.PLAIN, 4, 2, line));
        }
    }

    /** Every application with its secrets, and of which credentials nothing is known. */
    void all() {
        radar.applications().forEach(this::application);
        List<String> rest = RadarWords.rest(radar);
        if (!rest.isEmpty()) {
            page.heading(Message.of("cli.secrets.rest"));
            rest.forEach(line -> page.hanging(Ink.PLAIN, 2, 2, line));
        }
        if (!radar.untied().isEmpty()) {
            page.hanging(Ink.QUIET, 4, 2, TerminalPage.say("cli.secrets.tie"));
        }
    }

    private void application(Watched one) {
        if (one.seen().value().isEmpty()) {
            page.heading(one.name()
                    .map(name -> Message.of("cli.secrets.unread", name))
                    .orElseGet(() -> Message.of("cli.azure.application")));
            page.text(Ink.PLAIN, 2, FactText.of(one.seen(), seen -> seen.name()));
        } else {
            page.heading(Message.of(
                    "cli.azure.application.named",
                    one.name().orElse(""),
                    one.seen().value().get().client()));
            if (one.secrets().isEmpty()) {
                page.text(Ink.PLAIN, 2, say("secrets.none"));
            }
            one.secrets().forEach(this::secret);
        }
        RadarWords.dependents(one).forEach(line -> page.hanging(Ink.PLAIN, 2, 2, line));
    }

    private void secret(SecretSeen secret) {
        String label = secret.name().orElse(secret.keyId())
                + secret.hint().map(hint -> say("hint", hint)).orElse("");
        boolean over = Watched.isOver(secret, now);
        Optional<String> end = secret.expires()
                .map(time -> say(over ? "secret.expired" : "secret.expires", InspectionPage.time(time)));
        page.hanging(over ? Ink.BAD : Ink.PLAIN, 2, 2, label + ": " + end.orElse(say("secret.never")));
    }

    private static String say(String key, Object... arguments) {
        return TerminalPage.say("cli.azure." + key, arguments);
    }
}
