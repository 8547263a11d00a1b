package keyturn.ui.scripts;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import keyturn.domain.Permission;
import keyturn.plan.check.Grants;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.ui.files.Saving;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.script.Language;
import keyturn.ui.parts.script.ScriptLine;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.wizard.RememberedLooks;
import keyturn.ui.wizard.Settings.Looks;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** What the preview pane shows of the draft, and which step is current on every page that shows the plan. */
public final class ScriptsModel {

    /** The scripts of so many steps are laid out at once. */
    private static final int AT_ONCE = 500;

    private final Saving saving;
    private final Background background;
    private final Draft draft;
    private final ObservableValue<Optional<Rendered>> rendered;
    private final SimpleObjectProperty<Optional<StepId>> current = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<ScriptTab> tab = new SimpleObjectProperty<>(ScriptTab.TSQL);
    private final ReadOnlyObjectWrapper<List<ScriptLine>> script = new ReadOnlyObjectWrapper<>(List.of());
    private final SimpleBooleanProperty compact = new SimpleBooleanProperty();
    private Optional<Job> laying = Optional.empty();

    /** @param looks how somebody left the rows before */
    public ScriptsModel(Draft draft, Background background, Saving saving, RememberedLooks looks) {
        this.draft = draft;
        this.saving = saving;
        this.background = background;
        rendered = draft.rendered().observable();
        looks.recall(Looks.COMPACT_STEPS, low -> compact.set(Boolean.parseBoolean(low)));
        compact.subscribe(() -> looks.keep(Looks.COMPACT_STEPS, String.valueOf(compact.get())));
        tab.subscribe(this::layOut);
        rendered.subscribe(plan -> {
            saving.forget();
            layOut();
            current.set(plan.flatMap(shown -> first(shown.plan().steps())).map(Step::id));
        });
    }

    /** The step whose row and lines are highlighted. */
    public SimpleObjectProperty<Optional<StepId>> current() {
        return current;
    }

    /** Whether the rows of steps and scripts are low. */
    public SimpleBooleanProperty compact() {
        return compact;
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
        return script.getReadOnlyProperty();
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

    /** Whether the login that looked at the server holds this right; empty where that is not known. */
    Optional<Boolean> holds(Permission needed) {
        return draft.inspection().get().flatMap(seen -> Grants.holds(needed, seen));
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

    /** One step in this form; empty where it has none. */
    Optional<String> copied(StepId id, CopyForm form) {
        return rendered.getValue().flatMap(plan -> CopiedText.step(plan, id, form));
    }

    /** Whether the step has this form. */
    boolean has(StepId id, CopyForm form) {
        return rendered.getValue()
                .filter(plan -> CopiedText.has(plan, id, form))
                .isPresent();
    }

    /** @param to hears the text of all steps once it is made */
    void copyAll(CopyForm form, Consumer<String> to) {
        rendered.getValue().ifPresent(plan -> make(() -> CopiedText.all(plan, form), to));
    }

    /** @param to hears the back-out as T-SQL */
    void copyBackOut(Consumer<String> to) {
        rendered.getValue().ifPresent(plan -> make(() -> SavedScript.of(plan, ScriptTab.BACK_OUT), to));
    }

    private void make(Supplier<String> text, Consumer<String> to) {
        background.perform(text::get, to, why -> saving.say(why.summary().text()));
    }

    /** The lines of thousands of steps take a second, which nobody waits for. */
    private void layOut() {
        laying.ifPresent(Job::abandon);
        laying = Optional.empty();
        ScriptTab shown = tab.get();
        Optional<Rendered> plan = rendered.getValue();
        script.set(plan.filter(text -> !isLong(text))
                .map(text -> lines(text, shown))
                .orElse(List.of()));
        laying = plan.filter(ScriptsModel::isLong)
                .map(text -> background.perform(
                        () -> lines(text, shown),
                        script::set,
                        why -> saving.say(why.summary().text())));
    }

    private static boolean isLong(Rendered plan) {
        return plan.plan().steps().size() > AT_ONCE;
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
