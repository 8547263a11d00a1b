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
    OVER,
    DISMISSED;

    /** @param dismissed nobody wants to be reminded of it */
    public static RunGroup of(Run run, boolean dismissed) {
        return switch (run) {
            case Early early -> early.why() == Why.RUNNING ? RUNS : NEEDS_YOU.unless(dismissed);
            case Damaged damaged -> NEEDS_YOU.unless(dismissed);
            case Pending pending -> WAITS.unless(dismissed);
            case Ended ended -> OVER;
        };
    }

    private RunGroup unless(boolean dismissed) {
        return dismissed ? DISMISSED : this;
    }
}
