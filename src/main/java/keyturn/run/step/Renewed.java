package keyturn.run.step;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.script.act.DirectoryAct;
import keyturn.script.act.DoorAct;
import keyturn.script.act.HostAct;
import keyturn.script.act.ManagerAct;
import keyturn.script.act.SqlAct;
import keyturn.script.act.VaultAct;

/** The steps of this stretch that make one more secret, since the text of an earlier one is lost. */
final class Renewed {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Set<StepId> steps = new HashSet<>();

    void add(Step step) {
        steps.add(step.id());
    }

    /** Under another name: the first one is taken, and a name is never given twice. */
    DoorAct act(Step step, DoorAct act, Instant now) {
        if (!steps.contains(step.id())) {
            return act;
        }
        return switch (act) {
            case DirectoryAct.AddSecret add ->
                new DirectoryAct.AddSecret(
                        add.application(),
                        DirectoryStep.AddAppSecret.again(add.name(), STAMP.format(now)),
                        add.expires(),
                        add.slot(),
                        add.shown());
            case DirectoryAct.RemoveSecret remove -> remove;
            case SqlAct sql -> sql;
            case VaultAct vault -> vault;
            case HostAct host -> host;
            case ManagerAct manager -> manager;
        };
    }

    /**
     * What was made, and that it stands instead of another. Which that was is told once every credential has been given this one.
     *
     * @param answered the directory told the key id of the other one
     */
    String told(Step step, boolean answered, String made) {
        if (!steps.contains(step.id())) {
            return made;
        }
        if (answered) {
            return Message.of("run.renewed", made).text();
        }
        return DirectoryStep.added(List.of(step))
                .findFirst()
                .map(add -> Message.of("run.renewedUnanswered", made, add.name()))
                .map(Message::text)
                .orElse(made);
    }
}
