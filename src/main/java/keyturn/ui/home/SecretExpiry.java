package keyturn.ui.home;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Fact;
import keyturn.plan.due.SecretRadar;
import keyturn.plan.due.SecretRadar.Watched;
import keyturn.plan.words.RadarWords;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** When the secrets of SQL Server's application expire: those that its credentials hold, where runs gave them; else all. */
final class SecretExpiry {

    private final Watched watched;
    private final Fact<ApplicationSeen> application;
    private final Optional<ClientId> refused;
    private final When when;

    /** @param refused the application whose secret the sign-in service said has expired */
    SecretExpiry(Watched watched, Optional<ClientId> refused, When when) {
        this.watched = watched;
        this.application = watched.seen();
        this.refused = refused;
        this.when = when;
    }

    /** The card of all applications of a server: that of the one whose secret ends first, or of one that could not be read. */
    static FactCard card(SecretRadar radar, Optional<ClientId> refused, When when) {
        List<Watched> all = radar.applications();
        boolean isManaged = radar.untied().isEmpty()
                && all.stream().allMatch(one -> one.dependents().isEmpty());
        if (isManaged && !radar.managed().isEmpty()) {
            return card(
                    Words.of("home.secret.managed"),
                    Words.of("home.secret.managed.why"),
                    Optional.of(new Tag(Tone.FINE, Words.of("home.secret.tag.fine"))));
        }
        return all.stream()
                .min(Comparator.comparing(one -> one.seen().value().isEmpty()
                        ? Instant.MIN
                        : one.end(when.now()).orElse(Instant.MAX)))
                .map(one -> of(one, refused, when).card(all.size()))
                .orElseGet(() -> card(
                        Words.of("home.unknown"),
                        Words.of("home.secret.noDoor"),
                        Optional.of(new Tag(Tone.NEUTRAL, Words.of("home.unread")))));
    }

    /** Each application with its secrets and what depends on them, then what is known of no application. */
    static Stream<VaultHead> heads(SecretRadar radar, Optional<ClientId> refused, When when) {
        Stream<VaultHead> known = radar.applications().stream()
                .map(one -> of(one, refused, when).head().and(RadarWords.dependents(one)));
        List<String> rest = RadarWords.rest(radar);
        VaultHead others = new VaultHead(
                Words.of("home.credentials"),
                new Tag(
                        radar.untied().isEmpty() ? Tone.NEUTRAL : Tone.ATTENTION,
                        Words.of(radar.untied().isEmpty() ? "home.credentials.managed" : "home.unread")),
                rest);
        return Stream.concat(known, rest.isEmpty() ? Stream.empty() : Stream.of(others));
    }

    private static SecretExpiry of(Watched one, Optional<ClientId> refused, When when) {
        return new SecretExpiry(
                one,
                refused.filter(client ->
                        one.client().filter(other -> !other.equals(client)).isEmpty()),
                when);
    }

    private FactCard card(int applications) {
        FactCard own = card();
        return applications == 1
                ? own
                : new FactCard(
                        own.caption(),
                        own.value(),
                        application
                                .value()
                                .map(one -> Words.of("home.secret.of", own.line(), one.name(), applications))
                                .orElse(own.line()),
                        own.tag());
    }

    /** By the secret that expires first, of those that still hold. */
    FactCard card() {
        return application
                .value()
                .map(seen -> card(seen.secrets()))
                .orElseGet(() -> refused.map(client -> card(
                                Words.of("home.secret.expired"),
                                Words.of("home.secret.refused"),
                                Optional.of(expired())))
                        .orElseGet(this::unread));
    }

    private FactCard unread() {
        return card(
                Words.of("home.unknown"),
                Shown.why(application).orElse(""),
                Optional.of(new Tag(Tone.ATTENTION, Words.of("home.unread"))));
    }

    private static Tag expired() {
        return new Tag(Tone.DANGER, Words.of("home.secret.tag.expired"));
    }

    private FactCard card(List<SecretSeen> secrets) {
        if (secrets.isEmpty()) {
            return card(Words.of("home.secret.none"), Words.of("home.secret.none.why"), Optional.empty());
        }
        if (watched.isOver(when.now())) {
            return card(
                    Words.of("home.secret.expired"),
                    watched.end(when.now())
                            .map(end -> Words.of("home.secret.since", when.date(end)))
                            .orElse(Words.of("home.secret.gone")),
                    Optional.of(expired()));
        }
        return watched.end(when.now())
                .map(end -> ending(end, secrets))
                .orElseGet(() -> card(Words.of("home.secret.never"), count(secrets), Optional.of(tag(Tone.FINE))));
    }

    private FactCard ending(Instant end, List<SecretSeen> secrets) {
        String until = Words.of("home.secret.until", when.date(end));
        return card(when.left(end), line(until, secrets), Optional.of(tag(when.tone(end))));
    }

    private String line(String until, List<SecretSeen> secrets) {
        List<SecretSeen> held = watched.held();
        if (held.size() == secrets.size()) {
            return secrets.size() == 1 ? until : Words.of("home.secret.first", until, secrets.size());
        }
        return secrets.stream()
                .filter(secret -> !held.contains(secret) && !isOver(secret))
                .flatMap(secret -> secret.expires().stream())
                .min(Comparator.naturalOrder())
                .map(other -> Words.of("home.secret.held", until, when.date(other)))
                .orElse(until);
    }

    /** The application with each of its secrets. */
    VaultHead head() {
        return application
                .value()
                .map(this::head)
                .orElseGet(() -> new VaultHead(
                        Words.of("home.application"),
                        refused.isPresent() ? expired() : new Tag(Tone.ATTENTION, Words.of("home.unread")),
                        List.of(Shown.why(application).orElse(""))));
    }

    private VaultHead head(ApplicationSeen seen) {
        List<String> lines = seen.secrets().stream().map(this::line).toList();
        return new VaultHead(
                Words.of("home.application.name", seen.name()),
                card(seen.secrets()).tag().orElse(new Tag(Tone.NEUTRAL, Words.of("home.secret.none"))),
                lines.isEmpty() ? List.of(Words.of("home.secret.none.why")) : lines);
    }

    private String line(SecretSeen secret) {
        String name = secret.name()
                .or(secret::hint)
                .or(() -> Optional.of(Shown.version(secret.keyId())))
                .orElse("");
        if (secret.expires().isEmpty()) {
            return Words.of("home.secret.line.never", name);
        }
        Instant end = secret.expires().get();
        return isOver(secret)
                ? Words.of("home.secret.line.over", name, when.date(end))
                : Words.of("home.secret.line", name, when.date(end), when.left(end));
    }

    private boolean isOver(SecretSeen secret) {
        return secret.expires().filter(when::isOver).isPresent();
    }

    private static String count(List<SecretSeen> secrets) {
        return Words.of("home.secret.count", secrets.size());
    }

    private static Tag tag(Tone tone) {
        return new Tag(tone, Words.of(tone == Tone.FINE ? "home.secret.tag.fine" : "home.secret.tag.expires"));
    }

    private static FactCard card(String value, String line, Optional<Tag> tag) {
        return new FactCard(Words.of("home.secret"), value, line, tag);
    }
}
