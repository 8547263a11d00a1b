package keyturn.script.sqlcmd;

import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;
import keyturn.script.guard.Guard;
import keyturn.script.guard.PlanGuards;
import keyturn.script.guard.StepGuards;
import keyturn.script.guard.VerifyBatches;

/** The guarded scripts for sqlcmd. */
public final class SqlcmdScripts {

    private final Plan plan;
    private final Scripts scripts;

    public SqlcmdScripts(Plan plan, Scripts scripts) {
        this.plan = plan;
        this.scripts = scripts;
    }

    public String forward() {
        return forward("forward.sql", Message.of("script.bundle.forward"), false);
    }

    /** Goes on where the other one stopped. */
    public String again() {
        return forward("again.sql", Message.of("script.bundle.again", "forward.sql"), true);
    }

    private String forward(String file, Message about, boolean again) {
        Sqlcmd script = headed(file, about).lock();
        PlanGuards.forward(plan, again).forEach(script::check);
        elsewhere().ifPresent(script::elsewhere);
        StepGuards guards = StepGuards.of(plan, plan.steps(), again);
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            script.step(step, scripts.steps().get(i).act(), guards.guard(step));
        }
        return script.text();
    }

    /** Where other parts must interleave the script stops at once, unless what they lead to is there. */
    private Optional<String> elsewhere() {
        boolean all = scripts.steps().stream().allMatch(step -> step.act().isSql());
        return all ? Optional.empty() : StepGuards.opened(plan.steps());
    }

    public String backout() {
        List<StepScript> undos = scripts.back();
        List<Step> back = undos.stream().map(StepScript::step).toList();
        Sqlcmd script =
                headed("backout.sql", Message.of("script.bundle.backout")).lock();
        PlanGuards.backout(plan, back).forEach(script::check);
        StepGuards guards = StepGuards.of(plan, back);
        for (int i = 0; i < undos.size(); i++) {
            StepScript undo = undos.get(i);
            script.step(new StepId(i + 1), undo.step(), undo.act(), guards.guard(undo.step()));
        }
        return script.text();
    }

    public String verify() {
        Sqlcmd script = headed("verify.sql", Message.of("script.bundle.verify"));
        PlanGuards.identity(plan, List.of()).forEach(script::check);
        VerifyBatches.of(plan).forEach(script::batch);
        return script.text();
    }

    /**
     * One step for somebody who runs them one by one: the same guard, after the question who the server is.
     *
     * @param place of the step in the plan, from 0
     */
    public String step(int place, String file) {
        Step step = plan.steps().get(place);
        Sqlcmd script = headed(
                        file,
                        Message.of(
                                "script.bundle.oneStep", step.id(), plan.steps().size()))
                .lock();
        PlanGuards.identity(plan, List.of(step)).forEach(script::check);
        Guard guard = StepGuards.of(plan, plan.steps()).guard(step);
        return script.step(step, scripts.steps().get(place).act(), guard).text();
    }

    private Sqlcmd headed(String file, Message what) {
        return new Sqlcmd()
                .head(
                        Message.of("script.bundle.title", file, plan.identity().name()),
                        Message.of("script.bundle.plan", plan.madeAt(), scripts.digest()),
                        what,
                        Message.of("script.bundle.sqlcmd", file));
    }
}
