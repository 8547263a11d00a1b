package keyturn.ui.frame;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Navigator;
import keyturn.ui.wizard.RememberedLooks;
import keyturn.ui.work.Settling;

/** The window's frame around the page in sight. */
public final class Frame {

    /** The footer is never covered, however much a page wants. */
    private static final double IN_FRONT = -1;

    private final BorderPane root = new BorderPane();
    private final BorderPane middle = new BorderPane();
    private final Zoom zoom = new Zoom(root);
    private final CommandPalette palette = new CommandPalette(zoom);
    private final RailSide rail;
    private final Help help = new Help();
    private final PreviewSide side;
    private final Navigator navigator;
    private final Rail steps = new Rail();
    private final Map<PageId, Page> pages;
    private final Draft draft;
    private final Banners banners;
    private final Footer footer;
    private final Settling settling;
    private final Appearance appearance;
    private final ReadOnlyObjectWrapper<Optional<String>> calls = new ReadOnlyObjectWrapper<>(Optional.empty());
    private PaletteCommand.Source offered = words -> List.of();
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
            Banners banners,
            Settling settling,
            RememberedLooks looks) {
        this.navigator = navigator;
        this.pages =
                pages.stream().collect(Collectors.toMap(page -> page.model().id(), page -> page));
        this.draft = draft;
        this.banners = banners;
        this.settling = settling;
        side = new PreviewSide(looks);
        appearance = new Appearance(zoom, looks);
        footer = new Footer(navigator, settling.settled());
        rail = new RailSide(help, settings(), appearance);
        arrange(new Strip(draft, clock).node());
        keys();
        middle.widthProperty().subscribe(width -> side.fit(width.doubleValue() + Rail.WIDTH));
        navigator.current().subscribe(id -> show(page(id)));
        navigator.arrivals().subscribe(count -> focus());
        draft.flow().subscribe(this::showSteps);
    }

    private void arrange(Node strip) {
        root.getStyleClass().add("frame");
        root.setMinSize(0, 0);
        root.setTop(new VBox(strip, banners.fault().node(), banners.code().node()));
        root.setLeft(rail.node());
        middle.setId("page-room");
        middle.setMinSize(0, 0);
        root.setCenter(new WithHelp(middle, help.panel()));
        footer.node().setViewOrder(IN_FRONT);
        root.setBottom(footer.node());
    }

    /** What stands under the strip while there is something to say. */
    public record Banners(CodeBanner code, FaultBanner fault) {}

    private void keys() {
        root.addEventHandler(PrimaryRequest.ASKED, asked -> footer.focus());
        new FrameKeys(
                zoom,
                navigator,
                new FrameKeys.Deeds(
                        help::toggle,
                        () -> palette.close() || help.closeIfOpen() || side.closeDrawer(),
                        () -> palette.open(commands(), offered),
                        this::openSettings,
                        palette::isOpen));
    }

    private Button settings() {
        Button settings = new Button(Words.of("settings"));
        settings.setId("settings-open");
        settings.setMnemonicParsing(false);
        settings.setMaxWidth(Double.MAX_VALUE);
        settings.setAccessibleText(Words.of("settings.name"));
        settings.getStyleClass().add("rail-button");
        settings.setOnAction(event -> openSettings());
        return settings;
    }

    /** Not away from a run that must stay in sight. */
    private void openSettings() {
        boolean there = navigator.current().get().equals(PageId.SETTINGS);
        if (!there && !navigator.page().held().getValue()) {
            navigator.goTo(PageId.SETTINGS);
        }
    }

    /** What the keys do, then what stands on the page. */
    private List<PaletteCommand> commands() {
        List<PaletteCommand> all = new ArrayList<>();
        navigator.page().again().ifPresent(again -> all.add(new PaletteCommand(Words.of("palette.again"), again)));
        all.addAll(PaletteCommand.ofButtons(root));
        for (Appearance.Choice choice : Appearance.Choice.values()) {
            String name = Words.of("palette.appearance", Words.of("appearance." + choice));
            all.add(new PaletteCommand(name, () -> appearance.keep(choice)));
        }
        return all;
    }

    /** What the palette offers on every page, after what stands on the page. */
    public void offer(PaletteCommand.Source everywhere) {
        offered = everywhere;
    }

    /** Of the scene. */
    public Parent root() {
        return zoom;
    }

    /** Puts the keyboard where the work of the page in sight begins: what is not shown yet cannot have it. */
    public void focus() {
        focus(page(navigator.current().get()));
    }

    /** Opens the guide to the page in sight. */
    public void openHelp() {
        help.open();
    }

    /** Why somebody must come to the window. */
    public ObservableValue<Optional<String>> calls() {
        return calls.getReadOnlyProperty();
    }

    /** The name of the server that is connected. */
    public ObservableValue<Optional<String>> server() {
        return draft.inspection()
                .observable()
                .map(seen -> seen.map(now -> now.identity().name()));
    }

    public Zoom zoom() {
        return zoom;
    }

    public Appearance appearance() {
        return appearance;
    }

    /** The window ran into a fault of its own: nobody is left to wonder why a page stands still. */
    public void tellFault(String filed) {
        banners.fault().tell(filed);
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

    private void show(Page page) {
        watched.unsubscribe();
        banners.code().hide();
        middle.setCenter(page.view().content());
        Sheet.toTheTop(page.view().content());
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
                watch(page, settling.settled()),
                page.model().calls().subscribe(now -> calls.set(now)));
    }

    /** What lies in a scroll pane is in the scene, and can take the keyboard, once the pane has its skin. */
    private void focus(Page page) {
        root.applyCss();
        page.view().focus();
        if (!hasKeyboard(page) && (page.model().mayChange() || !footer.focus())) {
            page.view().content().requestFocus();
        }
    }

    /** Otherwise it would be with what comes first in the frame, which is help. */
    private boolean hasKeyboard(Page page) {
        Optional<Node> owner = Optional.ofNullable(root.getScene()).map(Scene::getFocusOwner);
        return owner.filter(node -> !node.isDisabled() && isPartOf(page, node)).isPresent();
    }

    private boolean isPartOf(Page page, Node node) {
        List<Node> parts = new ArrayList<>(List.of(middle));
        page.view().rail().ifPresent(parts::add);
        return Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(parts::contains);
    }

    private void settle(PageModel page) {
        if (page.mayChange()) {
            settling.begin();
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
        middle.setRight(preview.isPresent() ? side.node() : null);
    }

    private Subscription watch(Page page, ObservableValue<?> value) {
        return value.subscribe(now -> footer.refresh(page.model()));
    }
}
