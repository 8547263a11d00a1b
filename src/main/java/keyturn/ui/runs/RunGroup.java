package keyturn.ui.runs;

import keyturn.evidence.runs.Runs.Damaged;
import keyturn.evidence.runs.Runs.Early;
import keyturn.evidence.runs.Runs.Ended;
import keyturn.evidence.runs.Runs.Pending;
import keyturn.evidence.runs.Runs.Run;

/** What a run wants of its reader, the most urgent first. */
public enum RunGroup {
    /** It lies outside of this machine's runs, and is only read. */
    ELSEWHERE,
    NEEDS_YOU,
    WAITS,
    RUNS,
    OVER,
    DISMISSED,
    /** On a practice world that is gone, or needs nobody: it can be read. */
    PRACTISED;

    /** @param dismissed nobody wants to be reminded of it */
    public static RunGroup of(Run run, boolean dismissed) {
        return switch (run) {
            case Early early ->
                switch (early.why()) {
                    case RUNNING -> RUNS;
                    case INTERRUPTED, STOPPED -> NEEDS_YOU.unless(dismissed);
                    case TAKEN_OVER -> OVER;
                };
            case Damaged damaged -> NEEDS_YOU.unless(dismissed);
            case Pending pending -> WAITS.unless(dismissed);
            case Ended ended -> OVER;
        };
    }

    private RunGroup unless(boolean dismissed) {
        return dismissed ? DISMISSED : this;
    }
}
