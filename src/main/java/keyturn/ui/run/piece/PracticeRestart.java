package keyturn.ui.run.piece;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.ui.asks.Bystander;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Words;
import keyturn.ui.work.Background;

/** Restarts a practice server that a run waits for: nobody else is there to do it. */
public final class PracticeRestart {

    private final Background background;
    private final Bystander bystander;
    private final ReadOnlyBooleanWrapper restarts = new ReadOnlyBooleanWrapper();

    public PracticeRestart(Background background, Bystander bystander) {
        this.background = background;
        this.bystander = bystander;
    }

    /**
     * There while the run waits for a restart; on a real server there is none.
     *
     * @param awaited what the run waits for
     * @param now the step that runs now
     */
    public Node button(ObservableValue<Optional<String>> awaited, ObservableValue<Optional<Step>> now) {
        Button button = new Button(Words.of("verify.restart"));
        button.setId("restart-awaited");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.getStyleClass().add("practise");
        button.setOnAction(event -> restart());
        return Showing.when(
                Bindings.createBooleanBinding(
                        () -> awaited.getValue().isPresent()
                                && now.getValue()
                                        .filter(PracticeRestart::isRestart)
                                        .isPresent()
                                && bystander.isHere()
                                && !restarts.get(),
                        awaited,
                        now,
                        restarts),
                button);
    }

    private static boolean isRestart(Step step) {
        Conduct conduct = Conduct.of(step);
        return conduct.effect() == Conduct.Effect.WAIT && conduct.interrupts();
    }

    private void restart() {
        restarts.set(true);
        background.perform(
                () -> {
                    bystander.restart();
                    return bystander;
                },
                done -> restarts.set(false),
                failed -> restarts.set(false));
    }
}
