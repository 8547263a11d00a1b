package keyturn.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.host.HostDoor;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.DoorOpener;
import keyturn.run.door.HostWriter;
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;
import keyturn.script.act.HostAct;

/** Acts on the host of a target, for a run. */
public final class PowerShellHost implements HostWriter {

    private final Shell shell;

    PowerShellHost(Shell shell) {
        this.shell = shell;
    }

    public static DoorOpener<HostWriter> opener() {
        return (target, plan, runId) -> open(target);
    }

    private static HostWriter open(Target target) throws Problem.Raised {
        HostDoor door = target.host().orElseThrow(() -> new Problem.Raised(HostProblems.none()));
        return new PowerShellHost(Shells.of(door));
    }

    @Override
    public Outcome perform(HostAct act) {
        long began = System.nanoTime();
        return switch (shell.run(act.script().text(), act.parameters(), ScriptLimits.of(act))) {
            case Shell.Answered answered -> outcome(answered, Duration.ofNanos(System.nanoTime() - began));
            case Shell.NotBegun notBegun -> new Outcome.NotSent(notBegun.problem());
            case Shell.Silent silent -> new Outcome.Unanswered(silent.problem());
        };
    }

    private static Outcome outcome(Shell.Answered answered, Duration took) {
        JsonNode answer = answered.answer();
        if (answer.has("error")) {
            return new Outcome.Refused(HostProblems.said(answer.path("error")), RefusalKind.OTHER);
        }
        List<DoorMessage> messages = new ArrayList<>();
        answered.lines().forEach(line -> messages.add(DoorMessage.of(line)));
        messages.add(DoorMessage.of(HostAnswers.told(answer)));
        return new Outcome.Done(new Outcome.Answer(took, messages, List.of()));
    }

    /** Each script has a process of its own, which has ended. */
    @Override
    public void close() {}
}
