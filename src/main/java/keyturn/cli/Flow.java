package keyturn.cli;

import java.util.Set;

/** The flows by their names on the command line. */
final class Flow {

    private static final Set<String> LATER = Set.of(
            "rollback",
            "repair",
            "rotate-key",
            "roll-secret",
            "remove-secret",
            "backup-keys",
            "restore-keys",
            "recover-vault");

    private Flow() {}

    /** Passes the one flow that there is; says of the others whether they are to come. */
    static void check(String name) throws Ended {
        if (!name.equals("upgrade")) {
            throw Ended.usage(LATER.contains(name) ? "flow.later" : "flow.unknown", name);
        }
    }

    static void checkLane(String lane) throws Ended {
        if (!lane.equals("in-place")) {
            throw Ended.usage(lane.equals("stop") ? "lane.later" : "lane.unknown", lane);
        }
    }
}
