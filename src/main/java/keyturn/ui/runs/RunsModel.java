package keyturn.ui.runs;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.evidence.runs.DatesOfRuns;
import keyturn.evidence.runs.Runs;
import keyturn.evidence.runs.Runs.Damaged;
import keyturn.evidence.runs.Runs.Early;
import keyturn.evidence.runs.Runs.Ended;
import keyturn.evidence.runs.Runs.Pending;
import keyturn.evidence.runs.Runs.Run;
import keyturn.evidence.runs.Runs.Why;
import keyturn.inspect.Worlds.World;
import keyturn.plan.due.KnownDates;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Way;
import keyturn.ui.wizard.KnownServers;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.Look;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.Background;
import keyturn.ui.work.Settling;

/** The runs of this machine, and what may be done about one; start page and page of runs share it. On JavaFX's thread only. */
public final class RunsModel {

    private final Draft draft;
    private final Background background;
    private final Ports ports;
    private final OpenWorld open;
    private final Ways ways;
    private final Settling settling;
    private final ReadOnlyObjectWrapper<Listed> listed =
            new ReadOnlyObjectWrapper<>(new Listed(new Runs(List.of()), List.of(), List.of(), List.of()));
    private final Set<Path> elsewhere = new LinkedHashSet<>();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * What is called; the first three may wait.
     *
     * @param show opens a file or folder with the system's own program
     */
    public record Ports(RunList runs, Look look, KnownServers servers, Consumer<Path> show) {}

    /**
     * Where one can go from here.
     *
     * @param known to the sign-in, filled in as it was the last time
     * @param begun to a run, with its target in the draft
     * @param later to a fresh look at a run, with its target in the draft
     */
    public record Ways(Consumer<Known> known, Runnable begun, Runnable later) {}

    /**
     * What was found.
     *
     * @param practice runs without a verdict on the practice world that is still open
     * @param practised all other runs on practice worlds, most of which are gone
     * @param elsewhere runs in folders outside of this machine's, which somebody has opened to read
     */
    public record Listed(Runs all, List<Early> practice, List<Run> practised, List<Run> elsewhere) {

        /** Whether nothing was ever run here, in practice neither. */
        public boolean isEmpty() {
            return runs().isEmpty() && practised.isEmpty() && elsewhere.isEmpty();
        }

        /** All of them, those on the open practice world first. */
        public List<Run> runs() {
            return Stream.concat(practice.stream(), all.all().stream()).toList();
        }

        /** Those that somebody should be reminded of. */
        public List<Run> reminding() {
            return Stream.concat(practice.stream(), all.reminding().all().stream())
                    .toList();
        }
    }

    /**
     * The runs on one server, the newest first.
     *
     * @param dates what they have done that nothing else keeps a record of
     */
    public record OnServer(List<Run> runs, KnownDates dates) {
        public static final OnServer NONE = new OnServer(List.of(), KnownDates.NONE);
    }

    private record Seen(Listed listed, Optional<World> world) {}

    public RunsModel(Draft draft, Background background, Ports ports, OpenWorld open, Ways ways) {
        this.draft = draft;
        this.background = background;
        this.ports = ports;
        this.open = open;
        this.ways = ways;
        settling = new Settling(background);
    }

    public ObservableValue<Listed> listed() {
        return listed.getReadOnlyProperty();
    }

    /** Whether what stands under the pointer is still what stood there before. */
    public ObservableBooleanValue settled() {
        return settling.settled();
    }

    /** Why the last thing that was asked for could not be done. */
    public ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Reads the list anew. A practice world that no run waits for is closed. */
    public void refresh() {
        problem.set(Optional.empty());
        List<Path> folders = List.copyOf(elsewhere);
        background.perform(() -> look(folders), this::show, this::failed);
    }

    private Seen look(List<Path> folders) {
        List<Run> opened = folders.stream().map(ports.runs()::at).toList();
        Optional<World> world = open.now();
        Runs practised = ports.runs().practice();
        Runs practice = world.isPresent() ? practised.reminding() : new Runs(List.of());
        List<Early> waiting = Stream.of(Why.INTERRUPTED, Why.STOPPED)
                .flatMap(why -> practice.early(why).stream())
                .filter(run -> open.isSince(run.since()))
                .toList();
        List<Run> others =
                practised.all().stream().filter(run -> !waiting.contains(run)).toList();
        return new Seen(new Listed(ports.runs().all(), waiting, others, opened), world);
    }

    private void show(Seen seen) {
        boolean moved = !listed.get().runs().isEmpty() && !listed.get().equals(seen.listed());
        listed.set(seen.listed());
        if (moved) {
            settling.begin();
        }
        if (seen.listed().practice().isEmpty()) {
            seen.world()
                    .flatMap(open::release)
                    .ifPresent(old -> background.perform(() -> closed(old), done -> {}, this::failed));
        }
    }

    /** The runs on one server, the newest first; a practice world stays open, whether or not a run waits for it. */
    public void of(String server, Consumer<OnServer> found) {
        background.perform(() -> on(server), found, this::failed);
    }

    private OnServer on(String server) {
        Stream<Run> practice = open.now().isPresent()
                ? ports.runs().practice().all().stream().filter(run -> open.isSince(run.since()))
                : Stream.empty();
        List<Run> here = Stream.concat(practice, ports.runs().all().all().stream())
                .filter(run -> serverOf(run).filter(server::equals).isPresent())
                .toList();
        return new OnServer(here, DatesOfRuns.of(new Runs(here), server));
    }

    private static Optional<String> serverOf(Run run) {
        return switch (run) {
            case Early early -> Optional.of(early.about().server());
            case Pending pending -> Optional.of(pending.about().server());
            case Ended ended -> Optional.of(ended.about().server());
            case Damaged damaged -> Optional.empty();
        };
    }

    private static boolean closed(World old) {
        old.close();
        return true;
    }

    /** To the run's server, and then to the run as it is, with what may come next. */
    public void resume(Early run) {
        draft.begun().set(run.folder());
        draft.errandSince().set(run.since());
        toServerOf(run, run.about().server());
    }

    /** The same, and the back-out is shown by itself, for approval. */
    public void backOut(Run run, String server) {
        toRun(run, server, Way.BACK_OUT);
    }

    /** The same, and a back-out that was approved and has not begun is dropped there. */
    public void goForward(Run run, String server) {
        toRun(run, server, Way.FORWARD);
    }

    private void toRun(Run run, String server, Way way) {
        draft.way().set(way);
        draft.begun().set(run.folder());
        draft.errandSince().set(run.since());
        toServerOf(run, server);
    }

    /** To the run's server, and then to a fresh look instead of a new run. */
    public void verify(Run run, String server) {
        draft.later().set(run.folder());
        draft.errandSince().set(run.since());
        toServerOf(run, server);
    }

    /** Reads the run in a folder of another machine, and lists it. */
    public void open(Path folder) {
        elsewhere.add(folder);
        refresh();
    }

    /** To the run's server, and there the run is taken over to this machine, if nobody performs it. */
    public void takeOver(Run run, String server) {
        elsewhere.remove(run.folder());
        toRun(run, server, Way.TAKE_OVER);
    }

    /** Its page of evidence, else its folder. */
    public void report(Run run) {
        background.perform(() -> Runs.reportIn(run.folder()).orElse(run.folder()), ports.show(), this::failed);
    }

    public void dismiss(Run run) {
        background.perform(
                () -> {
                    ports.runs().dismiss(run);
                    return true;
                },
                done -> refresh(),
                this::failed);
    }

    /** No sign-in where one stands on that server already. */
    private void toServerOf(Run run, String server) {
        Optional.of(run.folder()).filter(folder -> run.mayHaveStoppedServer()).ifPresent(draft.stopped()::set);
        Optional<Target> here = draft.target().get().filter(target -> isHere(server));
        if (here.isPresent()) {
            background.perform(
                    () -> ports.look().at(here.get()),
                    seen -> toWorld(here.get(), seen),
                    why -> unseen(here.get(), why));
            return;
        }
        Optional<World> world = open.now().filter(now -> listed.get().practice().contains(run));
        if (world.isPresent()) {
            Target target = world.get().target();
            background.perform(
                    () -> ports.look().at(target), seen -> toWorld(target, seen), why -> unseen(target, why));
            return;
        }
        background.perform(
                ports.servers()::all,
                all -> ways.known()
                        .accept(all.stream()
                                .filter(known -> known.serverName().equals(server))
                                .findFirst()
                                .orElse(Known.named(server))),
                this::failed);
    }

    /** A server that the run itself has stopped does not answer; the page of the run says what to do. */
    private void unseen(Target target, Problem why) {
        if (draft.begun().get().isPresent() && draft.stopped().get().isPresent()) {
            draft.target().set(target);
            ways.begun().run();
        } else {
            failed(why);
        }
    }

    private void toWorld(Target target, Inspection seen) {
        draft.target().set(target);
        draft.inspection().set(seen);
        draft.later().get().ifPresentOrElse(run -> ways.later().run(), ways.begun());
    }

    private boolean isHere(String server) {
        return draft.inspection()
                .get()
                .filter(seen -> seen.identity().name().equals(server))
                .isPresent();
    }

    private void failed(Problem why) {
        problem.set(Optional.of(why));
    }
}
