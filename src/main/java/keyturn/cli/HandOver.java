package keyturn.cli;

import java.nio.file.Path;

/** How what is left of a run that ended early is handed to somebody else: as the bundle of its plan. */
final class HandOver {

    private static final String PLAN = "plan.json";

    private HandOver() {}

    /** The command, and why a bundle of the whole plan is what is left. */
    static String words(Path run) {
        return Page.say("cli.handOver", run.resolve(PLAN));
    }
}
