package keyturn.ui.runs;

import keyturn.evidence.runs.Runs.Damaged;
import keyturn.evidence.runs.Runs.Early;
import keyturn.evidence.runs.Runs.Ended;
import keyturn.evidence.runs.Runs.Pending;
import keyturn.evidence.runs.Runs.Run;
import keyturn.evidence.runs.Runs.Why;

/** What a run wants of its reader, the most urgent first. */
public enum RunGroup {
    NEEDS_YOU,
    WAITS,
    RUNS,
    OVER;

    /** @param dismissed nobody wants to be reminded of it */
    public static RunGroup of(Run run, boolean dismissed) {
        return switch (run) {
            case Early early when early.why() == Why.RUNNING -> RUNS;
            case Early early -> dismissed ? OVER : NEEDS_YOU;
            case Damaged damaged -> dismissed ? OVER : NEEDS_YOU;
            case Pending pending -> dismissed ? OVER : WAITS;
            case Ended ended -> OVER;
        };
    }
}
