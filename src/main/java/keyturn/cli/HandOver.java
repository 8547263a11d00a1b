package keyturn.cli;

import java.nio.file.Path;
import keyturn.cli.page.TerminalPage;

/** How what is left of a run that ended early is handed to somebody else: as the bundle of its plan. */
public final class HandOver {

    private static final String PLAN = "plan.json";

    private HandOver() {}

    /** The command, and why a bundle of the whole plan is what is left. */
    public static String words(Path run) {
        return TerminalPage.say("cli.handOver", run.resolve(PLAN));
    }
}
