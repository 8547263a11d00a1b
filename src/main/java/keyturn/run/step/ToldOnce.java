package keyturn.run.step;

import java.util.Optional;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome.Answer;

/** What a door said of a step that no later look can see. */
final class ToldOnce {

    /** The engine's answer to a backup that went through. */
    private static final int BACKED_UP = 3014;

    private ToldOnce() {}

    static Optional<DoorMessage> of(Step step, Answer answer) {
        return answer.messages().stream()
                .filter(message -> message.hasNumber(BACKED_UP))
                .findFirst()
                .or(() -> answer.messages().stream()
                        .filter(message -> Conduct.of(step).isSeenOnce())
                        .reduce((one, next) -> next));
    }
}
