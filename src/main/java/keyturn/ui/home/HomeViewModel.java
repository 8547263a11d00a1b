package keyturn.ui.home;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.evidence.runs.Runs.Run;
import keyturn.plan.due.KnownDates;
import keyturn.plan.flow.Flow;
import keyturn.ui.files.FileQuestion;
import keyturn.ui.files.Saving;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.home.period.KeptPeriods;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.picture.PictureFiles;
import keyturn.ui.picture.PictureTitle;
import keyturn.ui.runs.RunsModel;
import keyturn.ui.runs.RunsModel.OnServer;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Look;
import keyturn.ui.wizard.Settings;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** The home of a server: what was found, what to do next, the places; looks again when asked. */
public final class HomeViewModel implements PageModel {

    private final Draft draft;
    private final Background background;
    private final Ports ports;
    private final RunsModel allRuns;
    private final Saving saving;
    private final PictureFiles pictureFiles;
    private final SimpleObjectProperty<HomePlace> place = new SimpleObjectProperty<>(HomePlace.OVERVIEW);
    private final KeptPeriods periods;
    private final ReadOnlyObjectWrapper<OnServer> runs = new ReadOnlyObjectWrapper<>(OnServer.NONE);
    private final ReadOnlyObjectWrapper<Optional<String>> busy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Overview>> overview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Optional<String>> blocked;
    private final ObservableValue<Optional<Primary>> primary;
    private Optional<Job> job = Optional.empty();
    private Optional<Job> telling = Optional.empty();

    /** Somebody has picked a job, and means that one. */
    private boolean picked;

    /**
     * What is called.
     *
     * @param look may wait, as the settings may
     * @param question asks where a list or a picture is saved
     * @param onward goes on to the next page, as the primary button does
     */
    public record Ports(Look look, Settings settings, FileQuestion question, Clock clock, Runnable onward) {}

    /** @param allRuns of this machine, for those of this server */
    public HomeViewModel(Draft draft, Background background, Ports ports, RunsModel allRuns) {
        this.draft = draft;
        this.background = background;
        this.ports = ports;
        this.allRuns = allRuns;
        periods = new KeptPeriods(background, ports.settings());
        saving = new Saving(background, ports.question());
        pictureFiles = new PictureFiles(background, ports.question());
        blocked = Bindings.createObjectBinding(
                this::reason, busy, draft.inspection().observable(), overview, draft.flow());
        primary = Bindings.createObjectBinding(this::offered, overview, draft.flow());
        draft.inspection().observable().subscribe(this::tell);
        periods.due().subscribe(age -> tell(draft.inspection().get()));
        periods.warning().subscribe(time -> tell(draft.inspection().get()));
        runs.subscribe(found -> tell(draft.inspection().get()));
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
        return primaryNow().getValue();
    }

    @Override
    public ObservableValue<Optional<Primary>> primaryNow() {
        return primary;
    }

    private Optional<Primary> offered() {
        return helping()
                .map(flow -> Primary.next(
                        Words.of("home.next", flow.words("window.title").text())));
    }

    /** The flow that the primary button starts. */
    private Optional<Flow> helping() {
        return overview.get()
                .map(seen -> HelpingJob.of(seen, draft))
                .orElse(Optional.of(draft.flow().get()));
    }

    @Override
    public String cancel() {
        return Words.of("home.disconnect");
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return blocked;
    }

    @Override
    public void entered() {
        place.set(HomePlace.OVERVIEW);
        draft.inspection().get().ifPresent(seen -> allRuns.of(seen.identity().name(), runs::set));
        periods.read();
        if (draft.takeOutdated()) {
            readAgain();
        }
    }

    /** To what one sees first, and no further: back is the sign-in, which asks for the password again. */
    @Override
    public boolean escaped() {
        place.set(HomePlace.OVERVIEW);
        return true;
    }

    @Override
    public void left() {
        job.ifPresent(Job::abandon);
        busy.set(Optional.empty());
        problem.set(Optional.empty());
        saving.forget();
    }

    @Override
    public void proceed(Runnable onward) {
        if (!picked) {
            overview.get().flatMap(seen -> HelpingJob.of(seen, draft)).ifPresent(draft::turnTo);
        }
        picked = false;
        onward.run();
    }

    /** What was found, told; empty until it is. */
    public ObservableValue<Optional<Overview>> overview() {
        return overview.getReadOnlyProperty();
    }

    /** What is in sight. */
    public Property<HomePlace> place() {
        return place;
    }

    /** A sentence about databases and providers. */
    ObservableValue<String> databasesTitle() {
        return overview.map(seen -> seen.map(Overview::databasesTitle).orElse(""));
    }

    /** Those of this server. */
    ObservableValue<List<Run>> runs() {
        return runs.map(OnServer::runs);
    }

    RunsModel allRuns() {
        return allRuns;
    }

    ZoneId zone() {
        return ports.clock().getZone();
    }

    /** Asks where pictures go, and writes them. */
    PictureFiles pictureFiles() {
        return pictureFiles;
    }

    /** What came of saving a list. */
    ObservableValue<String> said() {
        return saving.said();
    }

    void saveDatabases(Window owner, Supplier<String> csv) {
        saving.ask(owner, "keyturn-databases.csv", csv);
    }

    /** When keys are due, and how early expiries are told. */
    public KeptPeriods periods() {
        return periods;
    }

    /** Into this flow, whatever the wizard was used for before. */
    void start(Flow flow) {
        draft.turnTo(flow);
        picked = true;
        ports.onward().run();
    }

    /** Of the pictures of this server. */
    PictureTitle pictureTitle() {
        return draft.inspection().get().map(PictureTitle::of).orElse(PictureTitle.NONE);
    }

    String serverName() {
        return draft.inspection().get().map(seen -> seen.identity().name()).orElse("");
    }

    /** When it was looked at. */
    String lookedAt() {
        return draft.inspection()
                .get()
                .map(seen -> Words.of("home.lookedAt", WindowTimes.clock(seen.takenAt(), zone())))
                .orElse("");
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

    /** Of thousands of databases there is much to tell: the window does not wait for it, and what was told before stays until then. */
    private void tell(Optional<Inspection> inspection) {
        telling.ifPresent(Job::abandon);
        if (inspection.isEmpty()) {
            overview.set(Optional.empty());
            return;
        }
        Inspection seen = inspection.get();
        var set = periods.now();
        KnownDates dates = runs.get().dates();
        telling = Optional.of(background.perform(
                () -> Overview.of(seen, set, zone(), dates), told -> overview.set(Optional.of(told)), this::failed));
    }

    private void readAgain(Target target) {
        problem.set(Optional.empty());
        busy.set(Optional.of(Words.of("home.busy")));
        job = Optional.of(background.perform(() -> ports.look().at(target), this::seen, this::failed));
    }

    private void seen(Inspection inspection) {
        busy.set(Optional.empty());
        draft.inspection().set(inspection);
    }

    private void failed(Problem why) {
        busy.set(Optional.empty());
        problem.set(Optional.of(why));
    }

    private Optional<String> reason() {
        return busy.get().or(() -> HomeBlock.reason(draft.inspection().get(), helping()));
    }

    /** Why this flow cannot be started now. */
    ObservableValue<Optional<String>> blocked(Flow flow) {
        return Bindings.createObjectBinding(
                () -> busy.get().or(() -> HomeBlock.reason(draft.inspection().get(), Optional.of(flow))),
                busy,
                draft.inspection().observable());
    }
}
