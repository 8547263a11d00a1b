package keyturn.run.step;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.fact.Basis;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.words.StepWords;
import keyturn.run.door.RefusalKind;

/**
 * Where and why a run ended early.
 *
 * @param words where it ended, in a sentence
 */
public record Halt(StepId at, Kind kind, Problem problem, Message words) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Halt(StepId at, Kind kind, Problem problem) {
        this(at, kind, problem, Message.of("run.halt." + kind.name().toLowerCase(Locale.ROOT), at));
    }

    /** An act was sent, and nobody knows what became of it. */
    public static Halt unanswered(StepId at, Instant sent, Problem problem) {
        return new Halt(at, Kind.UNANSWERED, problem, Message.of("run.halt.unanswered", at, clock(sent)));
    }

    /** The time of day in UTC, to the second, with its zone: {@code 05:16:13 UTC}. */
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** How an act ended that was not done. */
    public enum ActEnd {
        FAILED,
        NOT_SENT,
        UNANSWERED
    }

    /** Why it ended early. */
    public enum Kind {
        ASKED,
        /** An error answer arrived. */
        REFUSED,
        /** An error answer arrived that goes away with the next log backup. */
        LOG_BACKUP_MISSING,
        /** The act did not leave this machine. */
        NOT_SENT,
        /** A test brought no word of a backup, so it tested nothing. */
        UNTESTED,
        /** The act was sent and no answer tells what became of it. */
        UNANSWERED,
        JOURNAL,
        /** The back-out could not be written. */
        BACKOUT,
        /** The lock is another's, or was lost and cannot be had. */
        LOCK,
        /** The server could not be looked at before the step. */
        UNSEEN,
        /** A fact that the plan relies on is not as it was. */
        MOVED,
        /** Begun once; whether it was done is unknown. */
        UNKNOWN,
        /** What the step is about, or has made, is not what was meant. */
        MISFIT,
        /** Nobody handed in the secret that it needs. */
        SECRET,
        /** An operator has to do it first. */
        TASK,
        /** What it is to make is there already, and not by this run; or its place cannot be used. */
        PLACE,
        /** What was done while SQL Server is stopped could not be taken back: it may not be running. */
        NOT_TAKEN_BACK;

        static Kind of(RefusalKind refusal) {
            return switch (refusal) {
                case LOG_BACKUP_MISSING -> LOG_BACKUP_MISSING;
                case LOCK_NOT_AVAILABLE, SECRET_UNKNOWN, RIGHTS_MISSING, OTHER -> REFUSED;
            };
        }

        /** What is known of an act that was not done. */
        public ActEnd actEnd() {
            return switch (this) {
                case NOT_SENT -> ActEnd.NOT_SENT;
                case UNANSWERED -> ActEnd.UNANSWERED;
                case ASKED, REFUSED, LOG_BACKUP_MISSING, UNTESTED, JOURNAL, BACKOUT, LOCK, UNSEEN, MOVED ->
                    ActEnd.FAILED;
                case UNKNOWN, MISFIT, SECRET, TASK, PLACE, NOT_TAKEN_BACK -> ActEnd.FAILED;
            };
        }

        /** The step's own act went wrong: somebody may be asked what to do. */
        boolean ofAct() {
            return switch (this) {
                case REFUSED, LOG_BACKUP_MISSING, NOT_SENT, UNTESTED, UNANSWERED, MISFIT -> true;
                case ASKED, JOURNAL, BACKOUT, LOCK, UNSEEN, MOVED, UNKNOWN, SECRET, TASK, PLACE, NOT_TAKEN_BACK ->
                    false;
            };
        }
    }

    public static Problem moved(Basis.Moved moved) {
        return problem("moved", Optional.empty(), moved.told().text());
    }

    /** What the step itself needs is not so. */
    static Problem unmet(Message found) {
        return problem("moved", Optional.empty(), found.text());
    }

    /** What a step of the run had made is not there any more. */
    static Problem undoneOutside(Step step, Message found) {
        return new Problem(
                "run.moved",
                Message.of("run.undoneOutside", step.id(), StepWords.title(step), found.text()),
                Optional.empty(),
                Message.of("run.moved.next"));
    }

    public static Problem problem(String rule, Optional<String> detail, Object... arguments) {
        return new Problem(
                "run." + rule,
                Message.of("run." + rule, arguments),
                detail,
                Message.of("run." + rule + ".next", arguments));
    }
}
