package keyturn.script.act;

import keyturn.plan.step.HostStep;
import keyturn.plan.step.HostTask;

/** Acts on the host of a server. */
public final class HostActs {

    private HostActs() {}

    static Act of(HostStep step) {
        HostAct act = act(step.task());
        return step.operator() ? new OperatorTask(act.shown()) : act;
    }

    public static HostAct act(HostTask task) {
        return new HostAct.RunScript(HostParameters.script(task), HostParameters.line(task));
    }
}
