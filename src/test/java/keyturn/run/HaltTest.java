package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.step.StepId;
import keyturn.run.step.Halt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HaltTest {

    private static final Problem PROBLEM =
            new Problem("run.x", Message.of("sql.act"), Optional.empty(), Message.of("sql.next"));

    @ParameterizedTest
    @EnumSource
    void eachKindOfStopHasItsSentence(Halt.Kind kind) {
        assertFalse(new Halt(new StepId(1), kind, PROBLEM).words().text().isEmpty());
    }
}
