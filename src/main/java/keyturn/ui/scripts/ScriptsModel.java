package keyturn.ui.scripts;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import keyturn.plan.Step;
import keyturn.plan.StepId;
import keyturn.ui.parts.Language;
import keyturn.ui.parts.ScriptLine;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.wizard.Saving;

/** What the preview pane shows of the draft, and which step is current on every page that shows the plan. */
public final class ScriptsModel {

    private final Saving saving;
    private final ObservableValue<Optional<Rendered>> rendered;
    private final SimpleObjectProperty<Optional<StepId>> current = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.TSQL);

    public ScriptsModel(Draft draft, Saving saving) {
        this.saving = saving;
        rendered = draft.rendered().observable();
        rendered.subscribe(plan -> {
            saving.forget();
            current.set(plan.flatMap(shown -> shown.plan().steps().stream().findFirst())
                    .map(Step::id));
        });
    }

    /** The step whose row and lines are highlighted. */
    public SimpleObjectProperty<Optional<StepId>> current() {
        return current;
    }

    /** Which of the two texts is shown. */
    public SimpleObjectProperty<Language> language() {
        return language;
    }

    /** What came of saving, in a sentence. */
    public ObservableValue<String> said() {
        return saving.said();
    }

    /** The text shown, in lines. */
    public ObservableValue<List<ScriptLine>> script() {
        return rendered.flatMap(plan ->
                language.map(shown -> plan.map(text -> ScriptText.of(text.plan(), text.scripts(), shown))
                        .orElse(List.of())));
    }

    /** Whether there is a plan to show. */
    public ObservableValue<Boolean> isThere() {
        return rendered.map(Optional::isPresent);
    }

    public ObservableValue<String> digest() {
        return wholeDigest().map(digest -> digest.isEmpty() ? "" : Words.of("preview.digest", shortened(digest)));
    }

    /** The digest in full, for the tooltip, the screen reader and the clipboard. */
    public ObservableValue<String> wholeDigest() {
        return rendered.map(plan -> plan.map(shown -> shown.scripts().digest()).orElse(""));
    }

    /** Everything that the current step says of itself. */
    public ObservableValue<Optional<Step>> currentStep() {
        return current.map(id -> id.flatMap(this::step));
    }

    /** Asks where, and writes all steps in the language shown. */
    void save(Window owner) {
        rendered.getValue()
                .ifPresent(plan -> saving.ask(
                        owner,
                        SavedScript.nameOf(language.get()),
                        () -> SavedScript.of(plan.scripts(), language.get())));
    }

    private Optional<Step> step(StepId id) {
        return rendered.getValue()
                .flatMap(plan -> plan.plan().steps().stream()
                        .filter(step -> step.id().equals(id))
                        .findFirst());
    }

    private static String shortened(String digest) {
        return digest.length() < 32 ? digest : digest.substring(0, 15) + " … " + digest.substring(digest.length() - 8);
    }
}
