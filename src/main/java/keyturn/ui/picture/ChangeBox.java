package keyturn.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.Texts;

/** One box of a before-and-after: a name, what it is the name of. */
final class ChangeBox {

    private ChangeBox() {}

    /** Which state a box belongs to. */
    enum Side {
        BEFORE,
        AFTER
    }

    /** What stands between two boxes of a row. */
    enum Joint {
        LINE,
        ARROW
    }

    /** @param whole what the tooltip says, where the box had to cut */
    static Node of(String name, String what, String whole, Side side) {
        Label title = Texts.cut("strong");
        title.setText(name);
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Label caption = Texts.cut("caption");
        caption.setText(what);
        VBox box = new VBox(title, caption);
        box.getStyleClass().addAll("change-box", "change-" + side.name().toLowerCase(Locale.ROOT));
        box.setMinWidth(0);
        box.setPrefWidth(10);
        HBox.setHgrow(box, Priority.ALWAYS);
        Tooltip.install(box, new Tooltip(whole));
        return box;
    }

    static Node row(Joint joint, List<Node> boxes) {
        List<Node> all = new ArrayList<>();
        for (Node box : boxes) {
            if (!all.isEmpty()) {
                all.add(between(joint));
            }
            all.add(box);
        }
        HBox row = new HBox(all.toArray(Node[]::new));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    /** From the row above to the row below. */
    static Node downward() {
        HBox arrow = new HBox(Icon.DOWN.node());
        arrow.setAlignment(Pos.CENTER);
        arrow.getStyleClass().add("change-arrow");
        return arrow;
    }

    private static Node between(Joint joint) {
        return switch (joint) {
            case LINE -> {
                Region line = new Region();
                line.getStyleClass().add("change-line");
                yield line;
            }
            case ARROW -> {
                HBox arrow = new HBox(Icon.TO.node());
                arrow.setAlignment(Pos.CENTER);
                arrow.getStyleClass().add("change-arrow");
                yield arrow;
            }
        };
    }
}
