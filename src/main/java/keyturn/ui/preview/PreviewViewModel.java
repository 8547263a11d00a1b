package keyturn.ui.preview;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.Step;
import keyturn.plan.StepId;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Language;
import keyturn.ui.parts.ScriptLine;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.Times;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.wizard.PageModel;

/** Shows the plan as it was rendered, and takes the approval of exactly that. */
public final class PreviewViewModel implements PageModel {

    private final Draft draft;
    private final Clock clock;
    private final String who;
    private final ObservableList<StepLine> steps = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<StepId>> current = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.TSQL);
    private final SimpleStringProperty ticket = new SimpleStringProperty("");
    private final ObservableValue<Optional<Rendered>> rendered;

    /** @param who approves, by the name that goes into the journal */
    public PreviewViewModel(Draft draft, Clock clock, String who) {
        this.draft = draft;
        this.clock = clock;
        this.who = who;
        rendered = draft.rendered().observable();
        rendered.subscribe(this::show);
    }

    @Override
    public String name() {
        return Words.of("preview.step");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(new Primary("approve", Words.of("preview.approve"), false));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return rendered.map(
                plan -> plan.isPresent() ? Optional.<String>empty() : Optional.of(Words.of("preview.blocked")));
    }

    @Override
    public void proceed(Runnable onward) {
        Rendered plan = draft.rendered().get().orElseThrow();
        Optional<String> id = Optional.of(ticket.get().strip()).filter(text -> !text.isEmpty());
        Approval approval = new Approval(plan.scripts().digest(), who, clock.instant(), id);
        draft.approved().set(new ApprovedPlan(plan.plan(), plan.scripts(), approval));
        onward.run();
    }

    public ObservableList<StepLine> steps() {
        return steps;
    }

    /** The step whose row and lines are highlighted. */
    public SimpleObjectProperty<Optional<StepId>> current() {
        return current;
    }

    /** Which of the two texts is shown. */
    public SimpleObjectProperty<Language> language() {
        return language;
    }

    /** The change ticket that goes into the approval; may stay empty. */
    public SimpleStringProperty ticket() {
        return ticket;
    }

    public ObservableValue<String> title() {
        return rendered.map(
                plan -> plan.map(shown -> titleOf(shown.plan().steps().size())).orElse(""));
    }

    public ObservableValue<String> digest() {
        return rendered.map(plan -> plan.map(shown ->
                        Words.of("preview.digest", shortened(shown.scripts().digest())))
                .orElse(""));
    }

    /** The digest in full, for the tooltip, the screen reader and the clipboard. */
    public ObservableValue<String> wholeDigest() {
        return rendered.map(plan -> plan.map(shown -> shown.scripts().digest()).orElse(""));
    }

    /** What must be read before approval. */
    public ObservableValue<List<String>> notices() {
        return rendered.map(plan -> plan.map(shown ->
                        shown.plan().notices().stream().map(Message::text).toList())
                .orElse(List.of()));
    }

    public ObservableValue<List<FactCard>> cards() {
        return rendered.map(plan -> plan.map(shown -> cards(shown.plan())).orElse(List.of()));
    }

    /** The text shown, in lines. */
    public ObservableValue<List<ScriptLine>> script() {
        return rendered.flatMap(plan -> language.map(
                shown -> plan.map(text -> PreviewText.of(text, shown)).orElse(List.of())));
    }

    /** Everything that the current step says of itself. */
    public ObservableValue<Optional<Step>> currentStep() {
        return current.map(id -> id.flatMap(this::step));
    }

    private Optional<Step> step(StepId id) {
        return draft.rendered()
                .get()
                .flatMap(plan -> plan.plan().steps().stream()
                        .filter(step -> step.id().equals(id))
                        .findFirst());
    }

    private void show(Optional<Rendered> plan) {
        List<Step> planned = plan.map(shown -> shown.plan().steps()).orElse(List.of());
        steps.setAll(planned.stream().map(StepLine::planned).toList());
        current.set(planned.stream().findFirst().map(Step::id));
    }

    private static List<FactCard> cards(Plan plan) {
        boolean interrupts = plan.steps().stream().anyMatch(step -> step.about().interrupts());
        boolean destroys = plan.steps().stream().anyMatch(step -> step.about().risk() == Step.Risk.DESTROYS);
        Duration whole =
                plan.steps().stream().map(step -> step.about().expected()).reduce(Duration.ZERO, Duration::plus);
        return List.of(
                card("interruption", interrupts ? "some" : "none"),
                new FactCard(
                        Words.of("preview.expected"),
                        Times.duration(whole),
                        Words.of("preview.expected.about"),
                        Optional.empty()),
                card("return", destroys ? "some" : "none"));
    }

    private static String titleOf(int count) {
        return count == 1 ? Words.of("preview.title.one") : Words.of("preview.title", count);
    }

    private static FactCard card(String name, String value) {
        String key = "preview." + name;
        return new FactCard(
                Words.of(key), Words.of(key + "." + value), Words.of(key + "." + value + ".about"), Optional.empty());
    }

    private static String shortened(String digest) {
        return digest.length() < 32 ? digest : digest.substring(0, 15) + " … " + digest.substring(digest.length() - 8);
    }
}
