package keyturn.ui.wizard;

import java.nio.file.Path;
import keyturn.domain.Inspection;
import keyturn.domain.Target;
import keyturn.plan.Choices;
import keyturn.plan.Plan;
import keyturn.run.RunResult;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;

/** What the pages have gathered so far: the wizard's single mutable state. Each answer hangs on the one before it. */
public final class Draft {

    private final Answer<RunResult> result = new Answer<>();
    private final Answer<ApprovedPlan> approved = new Answer<>(result);
    private final Answer<Rendered> rendered = new Answer<>(approved);
    private final Answer<Choices> choices = new Answer<>(rendered);
    private final Answer<Inspection> inspection = new Answer<>(choices);
    private final Answer<Environment> environment = new Answer<>();
    private final Answer<Path> later = new Answer<>();
    private final Answer<Path> begun = new Answer<>();
    private final Answer<Plan> saved = new Answer<>();
    private final Answer<Plan> before = new Answer<>();
    private final Answer<Target> target = new Answer<>(inspection, environment);

    /** A plan with its scripts, rendered once. */
    public record Rendered(Plan plan, Scripts scripts) {}

    public Answer<Target> target() {
        return target;
    }

    /** What the target is for, as was said. */
    public Answer<Environment> environment() {
        return environment;
    }

    /** The folder of an earlier run that is to be looked at again, instead of a new one. */
    public Answer<Path> later() {
        return later;
    }

    /** A plan that was read from its file, to be run on the server it was made for. */
    public Answer<Plan> saved() {
        return saved;
    }

    /** A plan that was approved before the one in the making: the new one is compared with it. */
    public Answer<Plan> before() {
        return before;
    }

    /** The folder of a run that ended early and is gone on with, or back from. */
    public Answer<Path> begun() {
        return begun;
    }

    public Answer<Inspection> inspection() {
        return inspection;
    }

    public Answer<Choices> choices() {
        return choices;
    }

    public Answer<Rendered> rendered() {
        return rendered;
    }

    public Answer<ApprovedPlan> approved() {
        return approved;
    }

    public Answer<RunResult> result() {
        return result;
    }

    /** Forgets everything. */
    public void reset() {
        target.drop();
        later.drop();
        begun.drop();
        saved.drop();
        before.drop();
    }
}
