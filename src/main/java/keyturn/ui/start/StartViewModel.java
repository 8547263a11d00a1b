package keyturn.ui.start;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.Inspection;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.inspect.Worlds;
import keyturn.inspect.Worlds.Scenario;
import keyturn.inspect.Worlds.World;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Look;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.wizard.PageModel;
import keyturn.ui.work.Background;

/** Starts practice worlds and shows the ways into the flow. */
public final class StartViewModel implements PageModel {

    /** The world that the big button starts. */
    static final String USUAL = "healthy";

    private final Draft draft;
    private final Background background;
    private final Worlds worlds;
    private final Look look;
    private final OpenWorld open;
    private final Ways ways;
    private final ObservableList<Scenario> scenarios = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<String>> busy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Where one can go from here.
     *
     * @param connect to the sign-in
     * @param inspected to what was found, with target and inspection in the draft
     */
    public record Ways(Runnable connect, Runnable inspected) {}

    private record Found(Target target, Inspection inspection) {}

    public StartViewModel(Draft draft, Background background, Worlds worlds, Look look, OpenWorld open, Ways ways) {
        this.draft = draft;
        this.background = background;
        this.worlds = worlds;
        this.look = look;
        this.open = open;
        this.ways = ways;
    }

    @Override
    public String name() {
        return Words.of("start.name");
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
    public void entered() {
        open.release().ifPresent(old -> background.perform(() -> closed(old), done -> {}, this::failed));
        if (scenarios.isEmpty()) {
            background.perform(worlds::scenarios, scenarios::setAll, this::failed);
        }
    }

    @Override
    public void proceed(Runnable onward) {
        ways.connect().run();
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

    /** Starts the usual world and goes to what was found in it. */
    public void practise() {
        practise(USUAL);
    }

    public void practise(String scenario) {
        if (busy.get().isPresent()) {
            return;
        }
        problem.set(Optional.empty());
        busy.set(Optional.of(Words.of("start.busy", scenario)));
        background.perform(() -> start(scenario), this::found, this::failed);
    }

    private Found start(String scenario) throws Problem.Raised {
        World world = worlds.start(scenario, List.of());
        open.keep(world);
        return new Found(world.target(), look.at(world.target()));
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

    private static boolean closed(World old) {
        old.close();
        return true;
    }
}
