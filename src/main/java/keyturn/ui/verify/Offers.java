package keyturn.ui.verify;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import keyturn.plan.verify.Retirement;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verification.Overall;

/** What may be done after a verdict: nothing while it is being filed or looked at again. */
final class Offers {

    private final ObservableValue<Optional<Verification>> verification;
    private final ObservableValue<Optional<String>> blocked;
    private final ObservableValue<Boolean> own;
    private final BooleanSupplier filed;
    private final ObservableValue<Optional<NextStep>> next;
    private final ObservableValue<Boolean> again;

    /**
     * @param blocked why nothing can be done now
     * @param own whether the server is the window's own practice server, whose restart is a button
     * @param filed whether the run has a folder that can be looked at again
     */
    Offers(
            ObservableValue<Optional<Verification>> verification,
            ObservableValue<Optional<Retirement>> replaced,
            ObservableValue<Optional<String>> blocked,
            ObservableValue<Optional<Path>> evidence,
            ObservableValue<Boolean> own,
            BooleanSupplier filed) {
        this.verification = verification;
        this.blocked = blocked;
        this.own = own;
        this.filed = filed;
        Observable[] causes = {verification, replaced, blocked, evidence, own};
        next = Bindings.createObjectBinding(this::step, causes);
        again = Bindings.createBooleanBinding(
                () -> (isOpen() || replaced.getValue().isPresent()) && isFree(), causes);
    }

    /** What to do next; empty while there is no verdict. */
    ObservableValue<Optional<NextStep>> next() {
        return next;
    }

    /** Whether the next step is this one. */
    ObservableValue<Boolean> isNext(NextStep step) {
        return next.map(now -> now.equals(Optional.of(step)));
    }

    /** Whether a restart may better the verdict, and is a button here. */
    ObservableValue<Boolean> restart() {
        return next.map(step ->
                own.getValue() && step.filter(Offers::isBetterAfterRestart).isPresent());
    }

    /** Whether a restart may better the verdict, and somebody else restarts. */
    ObservableValue<Boolean> watch() {
        return next.map(step ->
                !own.getValue() && step.filter(Offers::isBetterAfterRestart).isPresent());
    }

    /** Whether another look may better the verdict. */
    ObservableValue<Boolean> lookAgain() {
        return again;
    }

    private Optional<NextStep> step() {
        return verification.getValue().filter(seen -> isFree()).map(seen -> NextStep.of(seen, own.getValue()));
    }

    private boolean isFree() {
        return blocked.getValue().isEmpty() && filed.getAsBoolean();
    }

    private boolean isOpen() {
        return verification
                .getValue()
                .filter(verdict -> verdict.overall() != Overall.DONE)
                .isPresent();
    }

    private static boolean isBetterAfterRestart(NextStep step) {
        return switch (step) {
            case RESTART_PRACTICE, WAIT_FOR_RESTART, SETTLE, LOOK_AGAIN -> true;
            case BACK_UP_PRACTICE, BACK_UP, REPAIR, REPORT -> false;
        };
    }
}
