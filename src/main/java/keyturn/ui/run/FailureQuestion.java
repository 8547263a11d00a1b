package keyturn.ui.run;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.run.step.Decider;
import keyturn.run.step.Decider.Choice;
import keyturn.run.step.Decider.Failure;
import keyturn.ui.work.Background;
import keyturn.ui.work.Question;

/** What the run asks when a step has failed, and what was chosen. The run waits elsewhere. On JavaFX's thread only. */
final class FailureQuestion {

    private final ReadOnlyObjectWrapper<Optional<Question<Failure, Choice>>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Choice>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Optional<Failure>> failure = question.map(now -> now.map(Question::asked));
    private final SimpleStringProperty reason = new SimpleStringProperty("");
    private final Consumer<Failure> first;
    private final Decider decider;

    /**
     * @param background by which the run asks; where nobody can be asked any more, the run stops
     * @param first hears of each failure before anything shows it
     */
    FailureQuestion(Background background, Consumer<Failure> first) {
        this.first = first;
        Function<Failure, Choice> ask = background.questions(this::show, new Decider.Stop());
        decider = ask::apply;
    }

    /** For the run's own thread. */
    Decider decider() {
        return decider;
    }

    /** The step that failed, while the run waits for a word about it. */
    ObservableValue<Optional<Failure>> failure() {
        return failure;
    }

    /** What was chosen last in this run. */
    ObservableValue<Optional<Choice>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Why the step is left out, as it is being typed. */
    SimpleStringProperty reason() {
        return reason;
    }

    void retry() {
        choose(new Decider.Retry());
    }

    void undo() {
        choose(new Decider.Undo());
    }

    void stop() {
        choose(new Decider.Stop());
    }

    /** Without a reason nothing is left out. */
    void skip() {
        if (!reason.get().isBlank()) {
            choose(new Decider.Skip(reason.get().strip()));
        }
    }

    /** The run ends with what was chosen; the way back is wanted next. */
    boolean wantsBack() {
        return chosen.get().filter(Decider.Undo.class::isInstance).isPresent();
    }

    /** A run begins or has ended: nothing is asked, nothing was chosen. */
    void forget() {
        stop();
        chosen.set(Optional.empty());
    }

    private void show(Question<Failure, Choice> asked) {
        first.accept(asked.asked());
        reason.set("");
        chosen.set(Optional.empty());
        question.set(Optional.of(asked));
    }

    private void choose(Choice choice) {
        Optional<Question<Failure, Choice>> waiting = question.get();
        question.set(Optional.empty());
        waiting.ifPresent(asked -> {
            chosen.set(Optional.of(choice));
            asked.answer(choice);
        });
    }
}
