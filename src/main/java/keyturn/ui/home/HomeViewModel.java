package keyturn.ui.home;

import java.time.Clock;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Flow;
import keyturn.plan.forecast.Forecast;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Look;
import keyturn.ui.wizard.Settings;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** Tells what was found, and looks again when asked. */
public final class HomeViewModel implements PageModel {

    private final Draft draft;
    private final Background background;
    private final Look look;
    private final Settings settings;
    private final Clock clock;
    private final Runnable onward;
    private final SimpleObjectProperty<DueAfter> due =
            new SimpleObjectProperty<>(new DueAfter(Settings.USUAL_ROTATION));
    private final ReadOnlyObjectWrapper<Optional<String>> busy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Optional<Overview>> overview;
    private final ObservableValue<Optional<String>> blocked;
    private Optional<Job> job = Optional.empty();

    /** @param onward goes on to the next page, as the primary button does */
    public HomeViewModel(
            Draft draft, Background background, Look look, Settings settings, Clock clock, Runnable onward) {
        this.draft = draft;
        this.background = background;
        this.look = look;
        this.settings = settings;
        this.clock = clock;
        this.onward = onward;
        overview = Bindings.createObjectBinding(this::told, draft.inspection().observable(), due);
        blocked = Bindings.createObjectBinding(
                this::reason, busy, draft.inspection().observable());
    }

    @Override
    public PageId id() {
        return PageId.INSPECT;
    }

    @Override
    public String name() {
        return Words.of("home.step");
    }

    @Override
    public String help() {
        return Words.of("home.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(Words.of("home.next")));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return blocked;
    }

    @Override
    public void entered() {
        background.perform(settings::rotationDue, age -> due.set(new DueAfter(age)), harmless -> {});
    }

    @Override
    public void left() {
        job.ifPresent(Job::abandon);
        busy.set(Optional.empty());
        problem.set(Optional.empty());
    }

    @Override
    public void proceed(Runnable onward) {
        onward.run();
    }

    public ObservableValue<Optional<Overview>> overview() {
        return overview;
    }

    /** Whether a restart would succeed. */
    ObservableValue<Optional<Forecast>> forecast() {
        return draft.inspection().observable().map(seen -> seen.map(Forecast::of));
    }

    /** From what age on a key is due for rotation. */
    public ReadOnlyProperty<DueAfter> due() {
        return due;
    }

    /** Holds for all servers, and is kept; a setting that cannot be kept still holds in this window. */
    public void rotateAfter(DueAfter age) {
        if (!due.get().equals(age)) {
            due.set(age);
            background.perform(() -> kept(age), done -> {}, harmless -> {});
        }
    }

    /** Whether the wizard may be turned to this flow here: not where it is used for it. */
    ObservableValue<Boolean> isOther(Flow flow) {
        return draft.flow().map(now -> !now.equals(flow));
    }

    /** Turns to another use of the wizard and goes on. */
    void turnTo(Flow flow) {
        draft.turnTo(flow);
        onward.run();
    }

    /** When it was looked at, and that looking changed nothing. */
    public ObservableValue<String> lead() {
        return draft.inspection()
                .observable()
                .map(seen -> seen.map(this::lookedAt).orElse(""));
    }

    public ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a look is under way. */
    public ObservableValue<Boolean> looking() {
        return busy.map(Optional::isPresent);
    }

    /** Looks again; what was chosen and planned before is dropped where something has changed. */
    public void readAgain() {
        draft.target().get().filter(target -> busy.get().isEmpty()).ifPresent(this::readAgain);
    }

    private boolean kept(DueAfter age) throws Problem.Raised {
        settings.rotationDue(age.age());
        return true;
    }

    private Optional<Overview> told() {
        return draft.inspection().get().map(seen -> Overview.of(seen, due.get().age(), clock.getZone()));
    }

    private void readAgain(Target target) {
        problem.set(Optional.empty());
        busy.set(Optional.of(Words.of("home.busy")));
        job = Optional.of(background.perform(() -> look.at(target), this::seen, this::failed));
    }

    private void seen(Inspection inspection) {
        busy.set(Optional.empty());
        draft.inspection().set(inspection);
    }

    private void failed(Problem why) {
        busy.set(Optional.empty());
        problem.set(Optional.of(why));
    }

    private String lookedAt(Inspection inspection) {
        return Words.of("home.lead", WindowTimes.clock(inspection.takenAt(), clock.getZone()));
    }

    private Optional<String> reason() {
        if (busy.get().isPresent()) {
            return busy.get();
        }
        var providers = draft.inspection()
                .get()
                .flatMap(seen -> seen.facts().providers().value());
        if (providers.isEmpty()) {
            return Optional.of(Words.of("home.blocked.unknown"));
        }
        return providers.get().isEmpty() ? Optional.of(Words.of("home.blocked.none")) : Optional.empty();
    }
}
