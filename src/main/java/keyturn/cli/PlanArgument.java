package keyturn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import keyturn.domain.Problem;
import keyturn.script.json.ChangedPlan;
import keyturn.script.json.PlanFile;
import keyturn.script.json.SavedPlan;

/** Reads the plan file that an argument names. */
public final class PlanArgument {

    /** A plan, but not the one that was saved: refused, where everything else is no plan at all. */
    private PlanArgument() {}

    public static SavedPlan read(Path file) throws Ended {
        if (!Files.isRegularFile(file)) {
            throw Ended.usage("file.missing", file);
        }
        try {
            return PlanFile.read(file);
        } catch (ChangedPlan changed) {
            throw new Ended(Exit.REFUSED, changed.problem());
        } catch (Problem.Raised noPlan) {
            throw new Ended(Exit.USAGE, noPlan.problem());
        } catch (IOException unreadable) {
            throw Ended.usage("file.unreadable", file, unreadable.getClass().getSimpleName());
        }
    }
}
