package keyturn.ui.wizard;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import keyturn.ui.parts.Words;

/** The window's frame around the page in sight. */
public final class Frame {

    private final BorderPane root = new BorderPane();
    private final StackPane rail = new StackPane();
    private final PreviewSide side = new PreviewSide();
    private final Navigator navigator;
    private final Rail steps;
    private final Footer footer;
    private final Appearance appearance = new Appearance(root);
    private Subscription watched = Subscription.EMPTY;

    /** @param pages in the navigator's order; the first is home */
    public Frame(List<Page> pages, Navigator navigator, Draft draft) {
        this.navigator = navigator;
        steps = new Rail(
                Words.of("flow.upgrade"),
                Words.of("flow.upgrade.about"),
                pages.stream().skip(1).map(page -> page.model().name()).toList());
        footer = new Footer(navigator);
        rail.getStyleClass().add("rail");
        rail.setMinWidth(Rail.WIDTH);
        rail.setMaxWidth(Rail.WIDTH);
        root.getStyleClass().add("frame");
        root.setTop(new Strip(draft, appearance).node());
        root.setLeft(rail);
        root.setBottom(footer.node());
        navigator.current().subscribe(index -> show(pages.get(index.intValue())));
    }

    public Parent root() {
        return root;
    }

    public Appearance appearance() {
        return appearance;
    }

    /** Whether the window may close now. */
    public boolean mayClose() {
        return !navigator.page().held().getValue();
    }

    private void show(Page page) {
        watched.unsubscribe();
        root.setCenter(page.view().content());
        rail.getChildren().setAll(page.view().rail().orElse(steps.node()));
        steps.show(navigator.currentIndex());
        showPreview(page);
        footer.show(page);
        watched = Subscription.combine(
                watch(page, page.model().blocked()), watch(page, page.model().held()));
        page.view().focus();
    }

    private void showPreview(Page page) {
        Optional<Node> preview = page.view().preview();
        preview.ifPresent(content -> side.show(content, page.view().mayHidePreview()));
        root.setRight(preview.isPresent() ? side.node() : null);
    }

    private Subscription watch(Page page, ObservableValue<?> value) {
        return value.subscribe(() -> footer.refresh(page.model()));
    }
}
