package keyturn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.script.Scripts;
import keyturn.script.json.PlanFile;

/** A plan read back from its file, with its scripts. */
public record SavedPlan(Plan plan, Scripts scripts) {

    /** A plan, but not the one that was saved: refused, where everything else is no plan at all. */
    private static final Set<String> CHANGED = Set.of("script.file.acts", "script.file.digest");

    public static SavedPlan read(Path file) throws Ended {
        if (!Files.isRegularFile(file)) {
            throw Ended.usage("file.missing", file);
        }
        try {
            Plan plan = PlanFile.read(Files.readString(file), file.toString());
            return new SavedPlan(plan, Scripts.of(plan));
        } catch (Problem.Raised noPlan) {
            String rule = noPlan.problem().summary().key();
            throw new Ended(CHANGED.contains(rule) ? Exit.REFUSED : Exit.USAGE, noPlan.problem());
        } catch (IOException unreadable) {
            throw Ended.usage("file.unreadable", file, unreadable.getClass().getSimpleName());
        }
    }
}
