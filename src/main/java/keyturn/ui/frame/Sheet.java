package keyturn.ui.frame;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Texts;

/** The paper a page is written on: title, one line, content. */
public final class Sheet {

    private Sheet() {}

    /** Content of its own height: the sheet scrolls where it is longer than the window. */
    public static Node scrolling(
            String id, ObservableValue<String> title, ObservableValue<String> lead, Node... content) {
        return scroll(id, body(new VBox(), title, lead, content));
    }

    /** As {@link #scrolling}, under a head of its own. */
    public static ScrollPane headed(String id, Node head, Node... content) {
        VBox body = new VBox(16, head);
        body.getChildren().addAll(content);
        body.getStyleClass().add("sheet-body");
        return scroll(id, body);
    }

    /** Whoever comes to a page begins at its head, however far it was scrolled before. */
    public static void toTheTop(Node content) {
        if (content instanceof ScrollPane sheet) {
            sheet.setVvalue(sheet.getVmin());
        }
    }

    private static ScrollPane scroll(String id, VBox body) {
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId(id);
        scroll.getStyleClass().add("sheet");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    /** Content that takes the height there is and scrolls in itself: a list of steps. */
    public static Node filling(
            String id, ObservableValue<String> title, ObservableValue<String> lead, Node... content) {
        VBox body = body(new VBox(), title, lead, content);
        body.setId(id);
        body.getStyleClass().add("sheet");
        return body;
    }

    /** Content that takes the height there is; the sheet scrolls where that is not even enough for the least of it. */
    public static Node fillingOrScrolling(
            String id, ObservableValue<String> title, ObservableValue<String> lead, Node... content) {
        ScrollPane scroll = scroll(id, body(new Measured(), title, lead, content));
        scroll.setFitToHeight(true);
        return scroll;
    }

    private static VBox body(VBox body, ObservableValue<String> title, ObservableValue<String> lead, Node... content) {
        VBox head = new VBox(4, Texts.title(title), Texts.lead(lead));
        head.setMinHeight(VBox.USE_PREF_SIZE);
        body.setSpacing(16);
        body.getChildren().add(head);
        body.getChildren().addAll(content);
        body.getStyleClass().add("sheet-body");
        return body;
    }

    /** A scroll pane asks how low it may be made without saying how wide it is: lines that wrap need that. */
    private static final class Measured extends VBox {
        @Override
        protected double computeMinHeight(double width) {
            return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
        }
    }
}
