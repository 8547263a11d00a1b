package keyturn.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import keyturn.domain.Problem;
import keyturn.evidence.runs.TiesOfRuns;
import keyturn.inspect.Inspector;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.sql.RangeTargets;
import keyturn.tools.Deadline;
import keyturn.tools.Picture;
import keyturn.ui.frame.Appearance;
import keyturn.ui.frame.Frame;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.FxBackground;

/** A window with its own threads, the real runner and the driver, on a range with faults. From the test's thread. */
public final class LiveWindow implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    final Range range;
    private final Path folder;
    private final FxBackground background = new FxBackground();
    private final OpenWorld open = new OpenWorld();
    private final Behind behind;
    private final Inspector inspector;
    private final Frame frame;
    private final Stage stage;

    /** @param folder for runs, and for what is saved */
    LiveWindow(Path folder, String scenario, String... faults) throws Exception {
        this(folder, Range.start(RangeOptions.of(scenario).withFaults(List.of(faults))), Behind::server);
    }

    /** @param range goes with the window */
    public LiveWindow(Path folder, Range range, Function<Range, Behind> behind) throws Exception {
        this.folder = folder;
        this.range = range;
        this.behind = behind.apply(range);
        inspector = new Inspector(Clock.systemUTC(), new TiesOfRuns(List.of(runs().resolve("practice")))::of);
        frame = Toolkit.on(() -> new Wizard(this.behind.ports(inspector, runs(), left()), background, open).frame());
        stage = Toolkit.on(this::show);
    }

    private Stage show() {
        Stage shown = new Stage();
        Window.frame(shown, frame);
        shown.setWidth(1280);
        shown.setHeight(800);
        shown.show();
        return shown;
    }

    public void look(Appearance.Choice theme, int width, int height) throws Exception {
        on(() -> {
            frame.appearance().choice().set(theme);
            stage.setWidth(width);
            stage.setHeight(height);
            return true;
        });
    }

    /** What the range tells anyone who comes to it: {@code client}, {@code secret} … */
    public String offer(String name) {
        return Optional.ofNullable(range.offers().get(name)).orElseThrow();
    }

    /** To the approval, and past it. */
    void approve() throws Exception {
        for (String button : List.of("practice", "next", "next", "next", "approve")) {
            press(button);
        }
    }

    public void press(String id) throws Exception {
        awaitEnabled(id, () -> {});
        on(() -> {
            ((ButtonBase) find(id)).fire();
            return true;
        });
    }

    /** @param meanwhile is done before each look */
    public void awaitEnabled(String id, Runnable meanwhile) {
        await(id);
        Deadline.await("#" + id + " can be pressed", LIMIT, () -> {
            meanwhile.run();
            return is(() -> !find(id).isDisabled());
        });
    }

    public void type(String id, String text) throws Exception {
        await(id);
        on(() -> {
            ((TextField) find(id)).setText(text);
            return true;
        });
    }

    void select(String id, int place) throws Exception {
        await(id);
        on(() -> {
            ((ComboBox<?>) find(id)).getSelectionModel().select(place);
            return true;
        });
    }

    /** Scrolls a page to its end. */
    public void toTheEnd(String id) throws Exception {
        on(() -> {
            ((ScrollPane) find(id)).setVvalue(1);
            return id;
        });
    }

    public void await(String id) {
        Deadline.await("#" + id + " is in sight", LIMIT, () -> shows(id));
    }

    /** At this moment. */
    public boolean shows(String id) {
        return is(() -> Optional.ofNullable(scene().lookup("#" + id))
                .filter(Node::isVisible)
                .isPresent());
    }

    public void awaitText(String id, String words) {
        await(id);
        try {
            Deadline.await(
                    "#" + id + " says " + words,
                    LIMIT,
                    () -> is(() -> texts(find(id)).contains(words)));
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "; it says:\n" + said(id), late);
        }
    }

    public void awaitPulses() throws Exception {
        DrawnWindow.awaitPulses();
    }

    /** As on a screen, once what a change of the layout brings about is done. */
    public void picture(String name) throws Exception {
        DrawnWindow.awaitPulses();
        on(() -> {
            Picture.save(scene(), Picture.FOLDER.resolve(name));
            return true;
        });
    }

    private String said(String id) {
        try {
            return text(id);
        } catch (Exception gone) {
            return String.valueOf(gone);
        }
    }

    public boolean isDisabled(String id) throws Exception {
        return on(() -> find(id).isDisabled());
    }

    int count(String id) throws Exception {
        return on(() -> scene().getRoot().lookupAll("#" + id).size());
    }

    public String text(String id) throws Exception {
        return on(() -> texts(find(id)));
    }

    public List<String> rows(String id) throws Exception {
        return on(() -> ((ListView<?>) find(id))
                .getItems().stream().map(String::valueOf).toList());
    }

    /** As the system does when somebody closes the window. */
    public void askToClose() throws Exception {
        on(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
    }

    void awaitClosed() {
        Deadline.await("the window is closed", LIMIT, () -> is(() -> !stage.isShowing()));
    }

    public Scene scene() {
        return stage.getScene();
    }

    public <T> T on(Callable<T> work) throws Exception {
        return Toolkit.on(work);
    }

    /** Where {@code #export-left} writes. */
    public Path left() {
        return folder.resolve("left.zip");
    }

    /** The folder of the only run. */
    public Path run() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs").resolve("practice"))) {
            return runs.collect(Collectors.toList()).getFirst();
        }
    }

    /** The DLL that the catalog has, seen on a connection of its own. */
    String registered() throws Problem.Raised {
        try (var session = behind.connector().open(RangeTargets.administrator(range))) {
            return inspector
                    .inspect(session)
                    .facts()
                    .providers()
                    .value()
                    .orElseThrow()
                    .getFirst()
                    .dllPath();
        }
    }

    /** How many acts with these words the server got. */
    public long acts(String words) {
        return range.log().entries().stream()
                .filter(entry ->
                        entry.program().endsWith("/act") && entry.text().contains(words))
                .count();
    }

    @Override
    public void close() {
        try {
            is(() -> {
                stage.close();
                return true;
            });
        } finally {
            background.close();
            Deadline.await("the window's work has ended, and its files are written", LIMIT, LiveWindow::rests);
            open.close();
            range.close();
        }
    }

    private static boolean rests() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("keyturn-work-"));
    }

    private Node find(String id) {
        Node node = scene().lookup("#" + id);
        if (node == null) {
            throw new AssertionError("#" + id + " is not in sight");
        }
        return node;
    }

    private boolean is(Callable<Boolean> holds) {
        try {
            return on(holds);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static String texts(Node place) {
        if (place instanceof Labeled labeled) {
            return labeled.getText();
        }
        return place.lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }

    private Path runs() {
        return folder.resolve("runs");
    }
}
