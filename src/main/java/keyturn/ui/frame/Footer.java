package keyturn.ui.frame;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.wrap.WrappedLabel;
import keyturn.ui.wizard.Navigator;

/** The line at the bottom: side exits at the left; reason, Cancel, Back and the one primary button at the right. */
final class Footer {

    private static final double HEIGHT = 56;

    private final HBox exits = new HBox(8);
    private final Label reason = new WrappedLabel("");
    private final HBox actions = new HBox(8);
    private final Button cancel = new Button(Words.of("cancel"));
    private final Button back = new Button(Words.of("back"));
    private final Button primary = new Button();
    private final VBox above = new VBox();
    private final VBox node;
    private final Navigator navigator;
    private final ObservableBooleanValue settled;

    /** @param settled whether the primary button takes clicks and keys already */
    Footer(Navigator navigator, ObservableBooleanValue settled) {
        this.navigator = navigator;
        this.settled = settled;
        cancel.setId("cancel");
        cancel.setAccessibleText(Words.of("cancel.name"));
        cancel.setOnAction(event -> navigator.leave());
        back.setId("back");
        back.setAccessibleText(Words.of("back.name"));
        back.setOnAction(event -> navigator.back());
        primary.setOnAction(event -> navigator.next());
        primary.getStyleClass().add("primary");
        List.of(cancel, back, primary).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        reason.setId("blocked-reason");
        reason.getStyleClass().add("blocked-reason");
        reason.setAlignment(Pos.CENTER_RIGHT);
        reason.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reason, Priority.ALWAYS);
        exits.setAlignment(Pos.CENTER_LEFT);
        actions.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(8, exits, reason, actions, cancel, back, primary);
        line.getStyleClass().add("footer");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(HEIGHT);
        line.setMaxHeight(HEIGHT);
        node = new VBox(above, line);
    }

    Node node() {
        return node;
    }

    /** The keyboard goes to the primary button, where there is one that may be pressed; whether it did. */
    boolean focus() {
        boolean may = primary.isVisible() && !primary.isDisabled();
        if (may) {
            primary.requestFocus();
        }
        return may;
    }

    void show(Page page) {
        exits.getChildren().setAll(page.view().exits());
        actions.getChildren().setAll(page.view().actions());
        above.getChildren().setAll(page.view().beforePrimary().stream().toList());
        cancel.setText(page.model().cancel());
        refresh(page.model());
    }

    /** What may be pressed now, and why not. */
    void refresh(PageModel page) {
        Optional<String> blocked = page.blocked().getValue();
        Optional<PageModel.Primary> named = page.primaryNow().getValue();
        named.ifPresent(this::name);
        boolean has = named.isPresent();
        reason.setText(blocked.orElse(""));
        reason.setVisible(has && blocked.isPresent());
        show(primary, has);
        primary.setDisable(blocked.isPresent() || !settled.get());
        primary.setAccessibleHelp(blocked.orElse(""));
        boolean home = navigator.isHome();
        boolean free = !page.held().getValue();
        show(back, !home && navigator.canGoBack());
        show(cancel, !home && free && page.canGoBack());
    }

    private void name(PageModel.Primary button) {
        primary.setId(button.id());
        primary.setText(button.text());
        primary.setDefaultButton(button.isDefault());
        primary.setAccessibleText(button.text().replace("_", ""));
    }

    private static void show(Button button, boolean there) {
        button.setVisible(there);
        button.setManaged(there);
    }
}
