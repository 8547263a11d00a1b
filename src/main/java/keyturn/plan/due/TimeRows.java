package keyturn.plan.due;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.LocalPath;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.plan.check.Blocks;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.Health.State;
import keyturn.plan.depend.KeySince;
import keyturn.plan.depend.PartId;
import keyturn.plan.due.KnownDates.RestoreDrill;

/** Makes one time line. */
final class TimeRows {

    private final Inspection seen;
    private final DependencyGraph graph;
    private final Period rotation;
    private final Period warning;
    private final KnownDates dates;
    private final BackedUpKeys backups;
    private final Instant now;

    TimeRows(Inspection seen, DependencyGraph graph, Period rotation, Period warning, KnownDates dates) {
        this.seen = seen;
        this.graph = graph;
        this.rotation = rotation;
        this.warning = warning;
        this.dates = dates;
        this.backups = BackedUpKeys.of(seen, dates);
        this.now = seen.takenAt();
    }

    TimeLine line() {
        List<TimeRow> rows = new ArrayList<>();
        seen.facts().asymmetricKeys().value().orElse(List.of()).stream()
                .map(AsymmetricKey::name)
                .filter(key -> graph.keysInUse().contains(new PartId.OfKey(key)))
                .map(this::key)
                .forEach(rows::add);
        SecretRadar.of(seen, graph).applications().stream().map(this::secrets).forEach(rows::add);
        dates.needs().stream()
                .map(need -> new TimeRow(
                        new DueSubject.OldKey(need.key()),
                        Optional.empty(),
                        List.of(new DueMark(
                                DueMark.Kind.NEEDED_UNTIL,
                                need.until(),
                                "",
                                need.until().isAfter(now) ? State.ATTENTION : State.FINE)),
                        Optional.empty()))
                .forEach(rows::add);
        rows.sort(Comparator.comparing(TimeRow::state).reversed());
        return new TimeLine(now, rows);
    }

    private static Stream<DueMark> backedUp(BackedUpKeys.One one) {
        Stream<DueMark> last = one.last().stream()
                .map(backup -> new DueMark(
                        DueMark.Kind.BACKED_UP,
                        backup.at(),
                        backup.folder().map(LocalPath::value).orElse(""),
                        State.FINE));
        Stream<DueMark> changed =
                one.changed().stream().map(at -> new DueMark(DueMark.Kind.BACKUP_DUE, at, "", State.ATTENTION));
        return Stream.concat(last, changed);
    }

    private TimeRow key(AsymmetricKeyName name) {
        Optional<VaultMatch> match = VaultMatch.of(name, seen.facts());
        Optional<String> vaultKey = match.map(found -> found.key().name());
        Optional<KeySince> since = KeySince.of(name, seen.facts());
        List<DueMark> marks = new ArrayList<>();
        since.map(from -> from.due(rotation))
                .ifPresent(due -> marks.add(mark(DueMark.Kind.ROTATION_DUE, due, State.ATTENTION)));
        match.flatMap(found -> found.version().expires())
                .ifPresent(end -> marks.add(mark(DueMark.Kind.KEY_EXPIRES, end, State.UNKNOWN)));
        backups.keys().stream()
                .filter(one -> one.key().equals(name))
                .flatMap(TimeRows::backedUp)
                .forEach(marks::add);
        dates.drills().stream()
                .filter(drill ->
                        vaultKey.filter(drill.vaultKey()::equalsIgnoreCase).isPresent())
                .max(Comparator.comparing(RestoreDrill::at))
                .ifPresent(drill -> drilled(drill).forEach(marks::add));
        Optional<Message> unknown =
                since.isPresent() ? Optional.empty() : Optional.of(Message.of("plan.due.unknown.age"));
        return new TimeRow(new DueSubject.KeyInUse(name, vaultKey), since.map(KeySince::at), marks, unknown);
    }

    private static Stream<DueMark> drilled(RestoreDrill drill) {
        return Stream.concat(
                Stream.of(new DueMark(DueMark.Kind.RESTORE_TESTED, drill.at(), drill.scratch(), State.FINE)),
                drill.next().stream()
                        .map(free -> new DueMark(DueMark.Kind.NEXT_DRILL, free, drill.scratch(), State.FINE)));
    }

    /** @param over how it stands once that day has passed; before, attention while it is near */
    private DueMark mark(DueMark.Kind kind, Instant at, State over) {
        return new DueMark(kind, at, "", at.isAfter(now) ? ahead(at) : over);
    }

    private State ahead(Instant at) {
        Instant soon = now.atZone(ZoneOffset.UTC).plus(warning).toInstant();
        return at.isAfter(soon) ? State.FINE : State.ATTENTION;
    }

    private TimeRow secrets(SecretRadar.Watched one) {
        var subject = new DueSubject.Secrets(one.name());
        if (one.seen().value().isEmpty()) {
            return new TimeRow(subject, Optional.empty(), List.of(), Optional.of(unread(one)));
        }
        List<SecretSeen> secrets = one.secrets();
        boolean anyHolds = secrets.stream().anyMatch(secret -> !isOver(secret));
        List<DueMark> marks = secrets.stream()
                .flatMap(secret -> secret.expires().stream()
                        .map(end -> new DueMark(
                                DueMark.Kind.SECRET_EXPIRES,
                                end,
                                secret.name().or(secret::hint).orElse(""),
                                isOver(secret) ? (anyHolds ? State.UNUSED : State.FAILING) : ahead(end))))
                .toList();
        return new TimeRow(
                subject,
                Optional.empty(),
                marks,
                secrets.isEmpty() ? Optional.of(Message.of("plan.due.unknown.noSecret")) : Optional.empty());
    }

    private Message unread(SecretRadar.Watched one) {
        return seen.facts()
                .azure()
                .flatMap(AzureSight::expired)
                .filter(client ->
                        one.client().filter(other -> !other.equals(client)).isEmpty())
                .map(client -> Message.of("plan.due.unknown.secretRefused", client.value()))
                .orElseGet(() -> Blocks.reason(one.seen()));
    }

    private boolean isOver(SecretSeen secret) {
        return SecretRadar.Watched.isOver(secret, now);
    }
}
