package keyturn.ui.scripts;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.ui.files.Saving;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.script.Language;
import keyturn.ui.parts.script.ScriptLine;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;

/** What the preview pane shows of the draft, and which step is current on every page that shows the plan. */
public final class ScriptsModel {

    private final Saving saving;
    private final ObservableValue<Optional<Rendered>> rendered;
    private final SimpleObjectProperty<Optional<StepId>> current = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<ScriptTab> tab = new SimpleObjectProperty<>(ScriptTab.TSQL);
    private final ObservableValue<List<ScriptLine>> script;

    public ScriptsModel(Draft draft, Saving saving) {
        this.saving = saving;
        rendered = draft.rendered().observable();
        script = rendered.flatMap(plan ->
                tab.map(shown -> plan.map(text -> lines(text, shown)).orElse(List.of())));
        rendered.subscribe(plan -> {
            saving.forget();
            current.set(plan.flatMap(shown -> first(shown.plan().steps())).map(Step::id));
        });
    }

    /** The step whose row and lines are highlighted. */
    public SimpleObjectProperty<Optional<StepId>> current() {
        return current;
    }

    /** Which of the texts is shown. */
    public SimpleObjectProperty<ScriptTab> tab() {
        return tab;
    }

    /** What came of saving, in a sentence. */
    public ObservableValue<String> said() {
        return saving.said();
    }

    /** The text shown, in lines. */
    public ObservableValue<List<ScriptLine>> script() {
        return script;
    }

    /** Whether the text shown has anything to copy or save. */
    public ObservableValue<Boolean> hasCode() {
        return script.map(lines -> lines.stream().anyMatch(line -> line.kind() == ScriptLine.Kind.CODE));
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

    /** Asks where, and writes all steps as they are shown. */
    void save(Window owner) {
        rendered.getValue()
                .ifPresent(plan ->
                        saving.ask(owner, SavedScript.nameOf(tab.get()), () -> SavedScript.of(plan, tab.get())));
    }

    /** What one reads first: what is changed, not what is tested before. */
    private static Optional<Step> first(List<Step> steps) {
        return steps.stream()
                .filter(step -> Conduct.of(step).leavesSomething())
                .findFirst()
                .or(() -> steps.stream().findFirst());
    }

    private static List<ScriptLine> lines(Rendered plan, ScriptTab tab) {
        return switch (tab) {
            case TSQL -> ScriptText.of(plan.plan(), plan.scripts(), Language.TSQL);
            case POWERSHELL -> ScriptText.of(plan.plan(), plan.scripts(), Language.POWERSHELL);
            case BACK_OUT -> BackOutText.of(plan.scripts());
        };
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
