package keyturn.plan.verify;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Message;
import keyturn.domain.inspection.ServerStart;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.step.StepId;

/**
 * What a fresh inspection says of a plan that has run.
 *
 * @param lookedAt when that inspection was taken
 * @param verdicts one a step, in order
 * @param overall the one line that every surface shows
 * @param forecast whether a restart would succeed, by the same look
 * @param keyNeeded a key that was replaced and that recovery still needs
 */
public record Verification(
        Instant lookedAt,
        List<StepVerdict> verdicts,
        Overall overall,
        List<Message> notes,
        Forecast forecast,
        Optional<KeyNeeded> keyNeeded) {

    public Verification {
        verdicts = List.copyOf(verdicts);
        notes = List.copyOf(notes);
    }

    /**
     * A key that protects no database of the plan any more and that restoring one still needs.
     *
     * @param needed of a back-out the key that was new
     * @param inUse what protects the databases instead
     * @param words which backups are missing
     */
    public record KeyNeeded(AsymmetricKeyName needed, AsymmetricKeyName inUse, Message words) {}

    /** The names that the words of the overall verdict want: the key that is still needed, then the one in use. */
    public Object[] names() {
        return keyNeeded.map(keys -> new Object[] {keys.needed(), keys.inUse()}).orElseGet(() -> new Object[0]);
    }

    /** Something cannot be told from where the target was looked at, even where all else is done. */
    public boolean leavesOpen() {
        return verdicts.stream().anyMatch(one -> one.verdict() instanceof CannotTell);
    }

    /**
     * What a run itself saw, and no later look can.
     *
     * @param changedAt when its last change was done, by the server's clock; empty: nobody knows
     * @param startedBefore when the server had started before that change, as a look read it
     * @param leftOver secrets that were made and whose text was lost
     */
    public record RunSeen(
            Map<StepId, Verifier.TestSeen> tests,
            Optional<OffsetDateTime> changedAt,
            Optional<ServerStart> startedBefore,
            LeftSecrets leftOver) {
        public RunSeen {
            tests = Map.copyOf(tests);
        }

        /** Nothing left over. */
        public RunSeen(
                Map<StepId, Verifier.TestSeen> tests,
                Optional<OffsetDateTime> changedAt,
                Optional<ServerStart> startedBefore) {
            this(tests, changedAt, startedBefore, LeftSecrets.NONE);
        }

        /** The latest of all changes; unknown where one of them is. */
        public static Optional<OffsetDateTime> lastOf(Collection<Optional<OffsetDateTime>> changes) {
            return changes.stream().anyMatch(Optional::isEmpty)
                    ? Optional.empty()
                    : changes.stream().flatMap(Optional::stream).max(OffsetDateTime.timeLineOrder());
        }

        /** The server has been started since the last change. */
        public boolean isRestart(ServerStart now) {
            return startedBefore.isPresent()
                    && changedAt.isPresent()
                    && now.isRestart(startedBefore.get(), changedAt.get());
        }

        /** An instant of the server's clock is after the last change. */
        public boolean isSinceChange(Instant at) {
            return changedAt.filter(change -> at.isAfter(change.toInstant())).isPresent();
        }
    }

    /** A step and its verdict. */
    public record StepVerdict(StepId step, Verdict verdict) {}

    /** Whether a step's true-after holds. */
    public sealed interface Verdict {}

    /** It holds. */
    public record Met(Message found) implements Verdict {}

    /** It does not. */
    public record NotMet(Message expected, Message found) implements Verdict {}

    /** Not to be told from here and now. */
    public record CannotTell(Message why) implements Verdict {}

    /** The run as a whole. */
    public enum Overall {
        DONE,
        PENDING_RESTART,
        /** Done, but the log or the backups that a restore would take still need the old key. */
        OLD_KEY_NEEDED,
        CANNOT_TELL,
        /** No step is wrong, and a restart is known to leave a database closed. */
        RESTART_FAILS,
        NOT_MET;

        /** Nothing is done, and no restart is waited for, where a restart is known to fail. */
        Overall with(Forecast forecast) {
            return this == NOT_MET || forecast.causes().isEmpty() ? this : RESTART_FAILS;
        }
    }
}
