package keyturn.plan.forecast;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.KeyUses.Tested;
import keyturn.domain.inspection.Keyholding;
import keyturn.domain.inspection.Keyholding.KeyChange;
import keyturn.domain.inspection.ServerStart;

/** When the engine last needed a database's key, against what changed on the way to it. */
final class LastTests {

    /** {@code encryption_state}: encrypted, and so opened by the start of a database. */
    private static final int ENCRYPTED = 3;

    private final Optional<Instant> started;
    private final Map<DatabaseName, Instant> backups;
    private final Map<DatabaseName, Instant> untraced;
    private final Map<DatabaseName, Instant> changes;
    private final Keyholding holding;

    /** @param seen tests that a run saw, and that left nothing on the server */
    LastTests(Inspection.Facts facts, List<Tested> seen) {
        holding = facts.around().keyholding();
        started = facts.startedAt().value().map(ServerStart::instant);
        BinaryOperator<Instant> later = BinaryOperator.maxBy(Comparator.naturalOrder());
        backups = latest(holding.uses().tests().value().orElse(List.of()));
        untraced = latest(seen);
        changes = holding.changes().value().orElse(List.of()).stream()
                .collect(Collectors.toMap(KeyChange::database, KeyChange::changed, later));
    }

    private static Map<DatabaseName, Instant> latest(List<Tested> tests) {
        return tests.stream()
                .collect(Collectors.toMap(
                        Tested::database, Tested::begun, BinaryOperator.maxBy(Comparator.naturalOrder())));
    }

    void look(Database database, EncryptionKey key, Gathered own) {
        DatabaseName name = database.name();
        if (holding.changes().value().isEmpty()) {
            own.unread(Missing.Subject.ALTERATIONS, holding.changes());
        }
        Optional.ofNullable(changes.get(name))
                .ifPresent(at -> own.changes.add(new LastChange(LastChange.Kind.ENCRYPTION_KEY, name.value(), at)));
        Optional<LastChange> last = own.changes.stream().max(Comparator.comparing(LastChange::at));
        Optional<Instant> start = started.filter(at -> key.state() == ENCRYPTED);
        Optional<Instant> backup = Optional.ofNullable(backups.get(name));
        Optional<Instant> snapshot = Optional.ofNullable(untraced.get(name));
        if (backup.filter(at -> isAfter(at, last)).isPresent()) {
            own.evidence.add(tested(name, backup.get(), own));
        } else if (snapshot.filter(at -> isAfter(at, last)).isPresent()) {
            own.evidence.add(new Evidence.TestedByRun(name, snapshot.get()));
        } else if (start.filter(at -> isAfter(at, last)).isPresent()) {
            own.evidence.add(
                    own.triedAt.isEmpty()
                            ? new Evidence.Started(name, start.get())
                            : new Evidence.TestedBefore(name, start.get()));
        } else {
            own.missing.add(
                    new Missing.NotTested(name, backup.or(() -> snapshot).or(() -> start), last));
        }
    }

    /** Whatever the engine did before a restart, it may have done with the secret from before. */
    private static Evidence tested(DatabaseName name, Instant at, Gathered own) {
        return own.triedAt.isEmpty() ? new Evidence.Tested(name, at) : new Evidence.TestedBefore(name, at);
    }

    private static boolean isAfter(Instant test, Optional<LastChange> change) {
        return change.filter(last -> !test.isAfter(last.at())).isEmpty();
    }
}
