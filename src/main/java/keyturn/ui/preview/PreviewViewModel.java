package keyturn.ui.preview;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Secret;
import keyturn.domain.azure.ClientId;
import keyturn.plan.Plan;
import keyturn.plan.step.StepId;
import keyturn.run.step.SecretNeed;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Words;
import keyturn.ui.steps.StepTree;
import keyturn.ui.wizard.Bundling;
import keyturn.ui.wizard.CredentialSecret;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.wizard.ServerConfirmation;
import keyturn.ui.work.Background;

/** Shows the plan as it was rendered, and takes the approval of exactly that. */
public final class PreviewViewModel implements PageModel {

    private final Draft draft;
    private final CredentialSecret secret;
    private final ServerConfirmation confirmation;
    private final Background background;
    private final Bundling bundling;
    private final Clock clock;
    private final String who;
    private final StepTree steps = new StepTree();
    private final SimpleBooleanProperty compact;
    private final SimpleObjectProperty<Optional<StepId>> current;
    private final SimpleStringProperty ticket = new SimpleStringProperty("");
    private final SimpleObjectProperty<Optional<Path>> backoutCopy = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ObservableValue<Optional<Rendered>> rendered;
    private final PlanShown about;

    /**
     * @param current the step whose row and lines are highlighted
     * @param bundling writes the change ticket's bundle
     * @param compact whether the rows are low
     * @param who approves, by the name that goes into the journal
     */
    public PreviewViewModel(
            Draft draft,
            SimpleObjectProperty<Optional<StepId>> current,
            Background background,
            Bundling bundling,
            SimpleBooleanProperty compact,
            Clock clock,
            String who) {
        this.draft = draft;
        this.secret = new CredentialSecret(draft);
        this.confirmation = new ServerConfirmation(draft);
        this.background = background;
        this.bundling = bundling;
        this.compact = compact;
        this.current = current;
        this.clock = clock;
        this.who = who;
        rendered = draft.rendered().observable();
        about = new PlanShown(draft, background);
        rendered.subscribe(this::show);
    }

    @Override
    public PageId id() {
        return PageId.PREVIEW;
    }

    @Override
    public String name() {
        return Words.of("preview.step");
    }

    @Override
    public String help() {
        return Words.of("preview.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(new Primary("approve", Words.of("preview.approve"), false));
    }

    @Override
    public boolean mayChange() {
        return true;
    }

    /** Who comes back types the name again. */
    @Override
    public void entered() {
        confirmation.forget();
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return Bindings.createObjectBinding(
                this::reason,
                about.observable(),
                draft.secret().observable(),
                draft.environment().observable(),
                confirmation.typed());
    }

    @Override
    public void proceed(Runnable onward) {
        Rendered plan = draft.rendered().get().orElseThrow();
        Optional<String> id = Optional.of(ticket.get().strip()).filter(text -> !text.isEmpty());
        Approval approval = new Approval(plan.scripts().digest(), who, clock.instant(), id);
        draft.approved().set(new ApprovedPlan(plan.plan(), plan.scripts(), approval));
        onward.run();
    }

    /** The application whose secret must be typed here; empty: none is needed, or it is known from the sign-in. */
    ObservableValue<Optional<String>> asksSecretOf() {
        return rendered.map(shown -> shown.map(Rendered::plan)
                .filter(plan -> secret.isAsked(plan, SecretNeed.of(plan)))
                .flatMap(SecretNeed::application)
                .map(ClientId::value));
    }

    /** What has been typed of it so far; the one before is wiped. */
    void type(Secret typed) {
        secret.type(typed);
    }

    private Optional<String> reason() {
        Optional<Rendered> plan = draft.rendered().get();
        if (plan.isEmpty()) {
            return Optional.of(Words.of("preview.blocked"));
        }
        Plan shown = plan.get().plan();
        return secret.isMissing(shown, SecretNeed.of(shown))
                ? Optional.of(Words.of("preview.needs.secret"))
                : confirmation
                        .missing(shown.identity())
                        .map(name -> Words.of("confirm.missing"))
                        .or(about::missing);
    }

    /** The name of the server, which must be typed unless it is marked as a test server. */
    ServerConfirmation confirmation() {
        return confirmation;
    }

    /** Whether the name must be typed here. */
    ObservableValue<Boolean> asksForName() {
        return Bindings.createBooleanBinding(
                confirmation::isAsked,
                draft.environment().observable(),
                draft.inspection().observable());
    }

    /** What the plan says of itself. */
    PlanShown about() {
        return about;
    }

    /** The steps in sections. */
    StepTree steps() {
        return steps;
    }

    /** Whether the rows of the steps are low. */
    SimpleBooleanProperty compact() {
        return compact;
    }

    /** The step whose row and lines are highlighted. */
    public SimpleObjectProperty<Optional<StepId>> current() {
        return current;
    }

    /** The change ticket that goes into the approval; may stay empty. */
    public SimpleStringProperty ticket() {
        return ticket;
    }

    /** A second place for the way back of each step, as on another machine; empty: only beside the journal. */
    public Optional<Path> backoutCopy() {
        return backoutCopy.get();
    }

    void copyBackoutTo(Path folder) {
        backoutCopy.set(Optional.of(folder));
        said.set(Words.of("preview.backout.said", folder));
    }

    /** Writes all that a change ticket needs; nothing that is there is written over. */
    void bundle(Path to) {
        draft.rendered()
                .get()
                .ifPresent(plan -> background.perform(
                        () -> bundling.write(plan, to),
                        written -> said.set(Words.of("preview.bundle.said", written)),
                        why -> said.set(why.summary().text() + " " + why.next().text())));
    }

    /** A name for the bundle's file, without folder. */
    String bundleName() {
        return draft.rendered()
                .get()
                .map(plan -> Words.of(
                        "preview.bundle.file", plan.plan().identity().node().value()))
                .orElse("");
    }

    /** What came of a side exit, in a sentence. */
    ObservableValue<String> said() {
        return said.getReadOnlyProperty();
    }

    private void show(Optional<Rendered> plan) {
        said.set("");
        steps.show(plan.map(Rendered::plan));
    }
}
