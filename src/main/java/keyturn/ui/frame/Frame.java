package keyturn.ui.frame;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Subscription;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Navigator;
import keyturn.ui.wizard.RememberedLooks;
import keyturn.ui.work.Settling;
import org.jspecify.annotations.Nullable;

/** The window's frame around the page in sight. */
public final class Frame {

    /** The footer is never covered, however much a page wants. */
    private static final double IN_FRONT = -1;

    private final BorderPane root = new BorderPane();
    private final RailSide rail;
    private final Help help = new Help();
    private final PreviewSide side;
    private final Navigator navigator;
    private final Rail steps = new Rail();
    private final Map<PageId, Page> pages;
    private final Draft draft;
    private final CodeBanner code;
    private final Footer footer;
    private final FaultBanner fault = new FaultBanner();
    private final Settling settling;
    private final Appearance appearance;
    private Subscription watched = Subscription.EMPTY;

    /**
     * @param pages those of the navigator
     * @param settling of the primary button, after a page that may change something has appeared
     * @param looks how somebody left the window before
     */
    public Frame(
            List<Page> pages,
            Navigator navigator,
            Draft draft,
            Clock clock,
            CodeBanner code,
            Settling settling,
            RememberedLooks looks) {
        this.navigator = navigator;
        this.pages =
                pages.stream().collect(Collectors.toMap(page -> page.model().id(), page -> page));
        this.draft = draft;
        this.code = code;
        this.settling = settling;
        side = new PreviewSide(looks);
        appearance = new Appearance(root, looks);
        footer = new Footer(navigator, settling.settled());
        rail = new RailSide(help, appearance);
        root.getStyleClass().add("frame");
        root.setMinSize(0, 0);
        root.setTop(new VBox(new Strip(draft, clock).node(), fault.node(), code.node()));
        root.setLeft(rail.node());
        VBox foot = new VBox(help.panel(), footer.node());
        foot.setViewOrder(IN_FRONT);
        root.setBottom(foot);
        takeKeys();
        root.widthProperty().subscribe(width -> side.fit(width.doubleValue()));
        navigator.current().subscribe(id -> show(page(id)));
        draft.flow().subscribe(this::showSteps);
    }

    private void takeKeys() {
        root.sceneProperty().flatMap(Scene::windowProperty).subscribe(this::listen);
    }

    public Parent root() {
        return root;
    }

    public Appearance appearance() {
        return appearance;
    }

    /** The window ran into a fault of its own: nobody is left to wonder why a page stands still. */
    public void tellFault(String filed) {
        fault.tell(filed);
    }

    /**
     * Somebody wants to close the window.
     *
     * @param later closes it, once a page that is held has come to rest, if that is wanted then
     * @return whether it may close now
     */
    public boolean mayClose(Runnable later) {
        PageModel page = navigator.page();
        boolean free = !page.held().getValue();
        if (!free) {
            page.closing(later);
        }
        return free;
    }

    /** At the window, since the scene looks for letters before its own filters are asked. */
    private void listen(@Nullable Window window) {
        if (window != null) {
            window.addEventFilter(KeyEvent.KEY_PRESSED, key -> AltKeys.press(root.getScene(), key));
            window.addEventFilter(KeyEvent.KEY_PRESSED, this::help);
        }
    }

    private void help(KeyEvent key) {
        if (key.getCode() == KeyCode.F1) {
            help.toggle();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && !isFinding() && (help.close() || side.closeDrawer())) {
            key.consume();
        }
    }

    /** Whether Escape belongs to a bar that finds text: it closes before what it stands in. */
    private boolean isFinding() {
        Optional<Node> owner = Optional.ofNullable(root.getScene().getFocusOwner());
        for (; owner.isPresent(); owner = Optional.ofNullable(owner.get().getParent())) {
            if (owner.get().getStyleClass().contains("find-bar")) {
                return true;
            }
        }
        return false;
    }

    private void show(Page page) {
        watched.unsubscribe();
        code.hide();
        root.setCenter(page.view().content());
        toTheTop(page.view().content());
        rail.show(page.view().rail().orElse(steps.node()));
        help.show(page.model());
        showSteps();
        showPreview(page);
        settle(page.model());
        footer.show(page);
        watched = Subscription.combine(
                watch(page, page.model().blocked()),
                watch(page, page.model().held()),
                watch(page, page.model().primaryNow()),
                watch(page, settling.settled()));
        page.view().focus();
    }

    /** Whoever comes to a page begins at its head, however far it was scrolled before. */
    private static void toTheTop(Node content) {
        if (content instanceof ScrollPane sheet) {
            sheet.setVvalue(sheet.getVmin());
        }
    }

    private void settle(PageModel page) {
        if (page.mayChange()) {
            settling.begin();
            // What lies in a scroll pane is in the scene, and can take the keyboard, once the pane has its skin.
            root.applyCss();
        } else {
            settling.skip();
        }
    }

    private void showSteps() {
        List<PageId> route = navigator.route();
        steps.show(
                draft.flow().get(),
                route.stream().map(id -> page(id).model().name()).toList(),
                route.indexOf(navigator.current().get()) + 1);
    }

    private Page page(PageId id) {
        return Objects.requireNonNull(pages.get(id));
    }

    private void showPreview(Page page) {
        Optional<Node> preview = page.view().preview();
        preview.ifPresent(content -> side.show(content, page.view().mayHidePreview()));
        root.setRight(preview.isPresent() ? side.node() : null);
    }

    private Subscription watch(Page page, ObservableValue<?> value) {
        return value.subscribe(now -> footer.refresh(page.model()));
    }
}
