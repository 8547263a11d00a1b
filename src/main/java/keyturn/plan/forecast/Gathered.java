package keyturn.plan.forecast;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.plan.check.Blocks;

/** What was found on the way to a key, in the order in which it was looked at. */
final class Gathered {

    final Set<Cause> causes = new LinkedHashSet<>();
    final Set<Missing> missing = new LinkedHashSet<>();
    final Set<Evidence> evidence = new LinkedHashSet<>();
    final Set<NotSeen> notSeen = new LinkedHashSet<>();
    final Set<LastChange> changes = new LinkedHashSet<>();
    final Set<Warning> warnings = new LinkedHashSet<>();
    /** When credentials were altered whose new secret the run itself tried: the engine's tests from before are of the old one. */
    final Set<Instant> triedAt = new LinkedHashSet<>();

    void unread(Missing.Subject subject, Fact<?> fact) {
        missing.add(new Missing.Unread(subject, why(fact)));
    }

    static Message why(Fact<?> fact) {
        return switch (fact) {
            case Fact.Unknown<?> unknown -> unknown.why();
            case Fact.Known<?> known -> Blocks.reason(known);
            case Fact.NotPermitted<?> denied -> Blocks.reason(denied);
        };
    }

    void add(Gathered other) {
        causes.addAll(other.causes);
        missing.addAll(other.missing);
        evidence.addAll(other.evidence);
        notSeen.addAll(other.notSeen);
        changes.addAll(other.changes);
        warnings.addAll(other.warnings);
        triedAt.addAll(other.triedAt);
    }

    /** Known bad outweighs what is missing, and what is missing outweighs what is seen. */
    RestartAnswer answer() {
        if (!causes.isEmpty()) {
            return new RestartAnswer.Fails(List.copyOf(causes));
        }
        return missing.isEmpty()
                ? new RestartAnswer.Opens(List.copyOf(evidence), List.copyOf(notSeen))
                : new RestartAnswer.Uncertain(List.copyOf(missing));
    }
}
