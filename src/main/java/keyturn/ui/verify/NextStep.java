package keyturn.ui.verify;

import keyturn.plan.verify.Verification.Overall;

/** What to do after a verdict, as one thing. The keys of its words end in its name. */
enum NextStep {
    /** Of the window's own practice server. */
    RESTART_PRACTICE,
    WAIT_FOR_RESTART,
    /** Of the databases on the window's own practice server. */
    BACK_UP_PRACTICE,
    /** By the DBA's own job. */
    BACK_UP,
    /** The cause is outside of the plan. */
    REPAIR,
    LOOK_AGAIN,
    REPORT;

    /** Whether SQL Server is restarted in it. */
    boolean isRestart() {
        return switch (this) {
            case RESTART_PRACTICE, WAIT_FOR_RESTART -> true;
            case BACK_UP_PRACTICE, BACK_UP, REPAIR, LOOK_AGAIN, REPORT -> false;
        };
    }

    /** @param own whether the server is the window's own practice server */
    static NextStep of(Overall overall, boolean own) {
        return switch (overall) {
            case DONE -> REPORT;
            case PENDING_RESTART -> own ? RESTART_PRACTICE : WAIT_FOR_RESTART;
            case OLD_KEY_NEEDED -> own ? BACK_UP_PRACTICE : BACK_UP;
            case RESTART_FAILS -> REPAIR;
            case CANNOT_TELL, NOT_MET -> LOOK_AGAIN;
        };
    }
}
