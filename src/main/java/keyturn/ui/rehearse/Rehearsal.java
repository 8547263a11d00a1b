package keyturn.ui.rehearse;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.evidence.InspectionJson;
import keyturn.inspect.Worlds;
import keyturn.inspect.Worlds.World;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Look;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.Background;

/** Starts a copy of the server that the draft has, and goes to its home. On JavaFX's thread only. */
public final class Rehearsal {

    private final Draft draft;
    private final Background background;
    private final Ports ports;
    private final OpenWorld open;
    private final SimpleBooleanProperty starting = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Boolean> offered;
    private final ObservableValue<List<String>> differences;

    /**
     * What is called.
     *
     * @param worlds none where the practice range is not installed; may wait, as the look may
     * @param home to the home of the server that the draft now has
     */
    public record Ports(Optional<Worlds> worlds, Look look, Clock clock, Runnable home) {}

    private record Started(Target target, Inspection inspection) {}

    public Rehearsal(Draft draft, Background background, Ports ports, OpenWorld open) {
        this.draft = draft;
        this.background = background;
        this.ports = ports;
        this.open = open;
        ObservableValue<Optional<Inspection>> seen = draft.inspection().observable();
        offered = seen.map(now -> ports.worlds().isPresent()
                && now.filter(inspection -> !inspection.identity().practice()).isPresent());
        differences = Bindings.createObjectBinding(this::differencesNow, seen);
        seen.subscribe(now -> problem.set(Optional.empty()));
    }

    /** Whether there is a real server, and a range to copy it to. */
    ObservableValue<Boolean> isOffered() {
        return offered;
    }

    ObservableBooleanValue starting() {
        return starting;
    }

    ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** What the copy cannot have as the server has it; empty where one stands at no copy. */
    ObservableValue<List<String>> differences() {
        return differences;
    }

    private List<String> differencesNow() {
        return draft.target()
                .get()
                .filter(open::isAt)
                .flatMap(here -> open.now())
                .map(world -> world.differences().stream().map(Message::text).toList())
                .orElse(List.of());
    }

    void start() {
        Optional<Inspection> seen = draft.inspection().get();
        if (!starting.get() && seen.isPresent() && ports.worlds().isPresent()) {
            Worlds worlds = ports.worlds().get();
            problem.set(Optional.empty());
            starting.set(true);
            background.perform(() -> start(worlds, seen.get()), this::started, this::failed);
        }
    }

    private Started start(Worlds worlds, Inspection seen) throws Problem.Raised {
        Instant since = ports.clock().instant();
        World world = worlds.copy(InspectionJson.write(seen), List.of(), Worlds.Files.NONE);
        open.keep(world, since);
        return new Started(world.target(), ports.look().at(world.target()));
    }

    private void started(Started copy) {
        starting.set(false);
        draft.target().set(copy.target());
        draft.inspection().set(copy.inspection());
        ports.home().run();
    }

    private void failed(Problem why) {
        starting.set(false);
        problem.set(Optional.of(why));
    }
}
