package keyturn.ui.verify;

import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.verify.Verification;

/** What to do after a verdict, as one thing. The keys of its words end in its name. */
enum NextStep {
    /** Of the window's own practice server. */
    RESTART_PRACTICE,
    WAIT_FOR_RESTART,
    /** Of the databases on the window's own practice server. */
    BACK_UP_PRACTICE,
    /** By the DBA's own job. */
    BACK_UP,
    /** Nobody knows yet whether a restart would succeed: the notes say which test or look makes it known. */
    SETTLE,
    /** The cause is outside of the plan. */
    REPAIR,
    LOOK_AGAIN,
    REPORT;

    /** @param own whether the server is the window's own practice server */
    static NextStep of(Verification seen, boolean own) {
        return switch (seen.overall()) {
            case DONE -> REPORT;
            case PENDING_RESTART -> restart(seen.forecast().server(), own);
            case OLD_KEY_NEEDED -> own ? BACK_UP_PRACTICE : BACK_UP;
            case RESTART_FAILS -> REPAIR;
            case CANNOT_TELL, NOT_MET -> LOOK_AGAIN;
        };
    }

    private static NextStep restart(RestartAnswer forecast, boolean own) {
        return switch (forecast) {
            case RestartAnswer.Opens opens -> own ? RESTART_PRACTICE : WAIT_FOR_RESTART;
            case RestartAnswer.Uncertain uncertain -> SETTLE;
            case RestartAnswer.Fails fails -> REPAIR;
        };
    }
}
