package keyturn.ui.start;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Worlds;
import keyturn.inspect.Worlds.Scenario;
import keyturn.inspect.Worlds.World;
import keyturn.plan.Flows;
import keyturn.plan.Plan;
import keyturn.plan.flow.Flow;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Words;
import keyturn.ui.runs.RunsModel;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.FlowPages;
import keyturn.ui.wizard.KnownServers;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.Look;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.Background;

/** Starts practice worlds and shows the ways into the flow. */
public final class StartViewModel implements PageModel {

    private final Draft draft;
    private final Background background;
    private final Ports ports;
    private final OpenWorld open;
    private final RunsModel runs;
    private final Ways ways;
    private final ObservableList<Scenario> scenarios = FXCollections.observableArrayList();
    private final ObservableList<Known> servers = FXCollections.observableArrayList();
    private final SimpleBooleanProperty tourPassed = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<String>> busy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Where one can go from here.
     *
     * @param connect to the sign-in
     * @param known to the sign-in, filled in as it was the last time
     * @param inspected to what was found, with target and inspection in the draft
     * @param runs to the page of all runs
     * @param servers to the page of all servers
     */
    public record Ways(Runnable connect, Consumer<Known> known, Runnable inspected, Runnable runs, Runnable servers) {}

    /** Reads a saved plan. Waits. */
    @FunctionalInterface
    public interface Opening {

        /** @throws Problem.Raised if it is no plan, or another than was saved */
        Plan read(Path file) throws Problem.Raised;
    }

    /**
     * What this page calls; each may wait.
     *
     * @param worlds none where the practice range is not installed
     */
    public record Ports(Optional<Worlds> worlds, Look look, KnownServers servers, Opening opening, Clock clock) {}

    private record Found(Target target, Inspection inspection) {}

    public StartViewModel(Draft draft, Background background, Ports ports, OpenWorld open, RunsModel runs, Ways ways) {
        this.draft = draft;
        this.background = background;
        this.ports = ports;
        this.open = open;
        this.runs = runs;
        this.ways = ways;
    }

    @Override
    public PageId id() {
        return PageId.HOME;
    }

    @Override
    public String name() {
        return Words.of("start.name");
    }

    @Override
    public String help() {
        return Words.of(offersPractice() ? "start.help" : "start.help.alone");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.empty();
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return busy.getReadOnlyProperty();
    }

    @Override
    public Optional<Runnable> again() {
        return Optional.of(this::entered);
    }

    @Override
    public void entered() {
        draft.forgetErrand();
        if (scenarios.isEmpty()) {
            ports.worlds().ifPresent(worlds -> background.perform(worlds::scenarios, scenarios::setAll, this::failed));
        }
        background.perform(ports.servers()::all, servers::setAll, this::failed);
        runs.refresh();
    }

    @Override
    public void proceed(Runnable onward) {
        ways.connect().run();
    }

    /** Whether there is a practice range to start worlds on. */
    public boolean offersPractice() {
        return ports.worlds().isPresent();
    }

    public ObservableList<Scenario> scenarios() {
        return scenarios;
    }

    /** What is under way, in a sentence. */
    public ObservableValue<Optional<String>> busy() {
        return busy.getReadOnlyProperty();
    }

    public ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public void connect() {
        ways.connect().run();
    }

    /** To the sign-in, for this use of the wizard. */
    public void connect(Flow flow) {
        draft.turnTo(flow);
        ways.connect().run();
    }

    /** The servers of before, the last used first. */
    public ObservableList<Known> servers() {
        return servers;
    }

    public void connect(Known known) {
        ways.known().accept(known);
    }

    /** The runs of this machine. */
    RunsModel runs() {
        return runs;
    }

    /** To the page of all runs. */
    void allRuns() {
        ways.runs().run();
    }

    /** To the page of all servers. */
    void allServers() {
        ways.servers().run();
    }

    /** To the server of a saved plan, and then to the plan itself, to be read and approved. */
    public void openPlan(Path file) {
        problem.set(Optional.empty());
        background.perform(
                () -> ports.opening().read(file),
                plan -> {
                    draft.saved().set(plan);
                    draft.errandSince().set(plan.madeAt());
                    toServerOf(plan.identity().name());
                },
                this::failed);
    }

    private void toServerOf(String server) {
        ways.known()
                .accept(servers.stream()
                        .filter(known -> known.serverName().equals(server))
                        .findFirst()
                        .orElse(Known.named(server)));
    }

    /** Whether nobody has worked with this program here yet: no server is known, and nothing was ever run. */
    ObservableValue<Boolean> isFirst() {
        return Bindings.createBooleanBinding(
                () -> offersPractice()
                        && !tourPassed.get()
                        && servers.isEmpty()
                        && runs.listed().getValue().isEmpty(),
                tourPassed,
                servers,
                runs.listed());
    }

    /** The usual job on the usual world, from its beginning. */
    void tour() {
        tourPassed.set(true);
        practise(Flows.all().getFirst(), FlowPages.USUAL_PRACTICE);
    }

    /** Not in this window. */
    void laterTour() {
        tourPassed.set(true);
    }

    /** Starts the usual world and goes to what was found in it. */
    public void practise() {
        practise(FlowPages.USUAL_PRACTICE);
    }

    /** Starts this world, for this use of the wizard. */
    void practise(Flow flow, String scenario) {
        draft.turnTo(flow);
        practise(scenario);
    }

    public void practise(String scenario) {
        if (busy.get().isEmpty()) {
            ports.worlds().ifPresent(worlds -> practise(worlds, scenario));
        }
    }

    private void practise(Worlds worlds, String scenario) {
        problem.set(Optional.empty());
        busy.set(Optional.of(Words.of("start.busy", scenario)));
        background.perform(() -> start(worlds, scenario), this::found, this::failed);
    }

    private Found start(Worlds worlds, String scenario) throws Problem.Raised {
        Instant since = ports.clock().instant();
        World world = worlds.start(scenario, List.of());
        open.keep(world, since);
        return new Found(world.target(), ports.look().at(world.target()));
    }

    private void found(Found found) {
        busy.set(Optional.empty());
        draft.target().set(found.target());
        draft.inspection().set(found.inspection());
        ways.inspected().run();
    }

    private void failed(Problem why) {
        busy.set(Optional.empty());
        problem.set(Optional.of(why));
    }
}
