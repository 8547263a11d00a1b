package keyturn.cli;

import java.util.Optional;
import java.util.Set;
import keyturn.cli.page.TerminalPage;
import keyturn.plan.Plan;

/** The flows by their names on the command line. */
public enum Flow {
    UPGRADE("upgrade"),
    ROTATE_KEY("rotate-key");

    private static final Set<String> LATER = Set.of(
            "rollback", "repair", "roll-secret", "remove-secret", "backup-keys", "restore-keys", "recover-vault");

    private final String word;

    Flow(String word) {
        this.word = word;
    }

    /** What a plan does, in words. */
    public static String words(Plan plan) {
        return TerminalPage.say("cli.flow." + of(plan));
    }

    /** That of a plan, or of the plan that it leads back from. */
    public static Flow of(Plan plan) {
        return plan.flow().name().value().equals(UPGRADE.word) ? UPGRADE : ROTATE_KEY;
    }

    /** The flow of this name; says of others whether they are to come. */
    public static Flow of(String name) throws Ended {
        for (Flow flow : values()) {
            if (flow.word.equals(name)) {
                return flow;
            }
        }
        throw Ended.usage(LATER.contains(name) ? "flow.later" : "flow.unknown", name);
    }

    /** An option of another flow is a misunderstanding. */
    public void refuse(Optional<String> option) throws Ended {
        if (option.isPresent()) {
            throw Ended.usage("flow.option", option.get(), word);
        }
    }

    public static void checkLane(String lane) throws Ended {
        if (!lane.equals("in-place")) {
            throw Ended.usage(lane.equals("stop") ? "lane.later" : "lane.unknown", lane);
        }
    }
}
