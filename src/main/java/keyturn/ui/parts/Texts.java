package keyturn.ui.parts;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import keyturn.ui.parts.wrap.WrappedLabel;
import keyturn.ui.parts.wrap.WrappedTip;

/** Labels in the window's few sizes. */
public final class Texts {

    /** Lines of prose hold about 72 letters, in body type and in captions. */
    private static final double LINE = 460;

    private static final double CAPTION_LINE = 424;

    private Texts() {}

    /** The page's title: a sentence with the state in it. */
    public static Label title(ObservableValue<String> text) {
        return bound("page-title", text);
    }

    /** One line under the title: what to do. */
    public static Label lead(ObservableValue<String> text) {
        Label label = bound("lead", text);
        label.setMaxWidth(LINE);
        return label;
    }

    public static Label section(String text) {
        Label label = new WrappedLabel(Wrapping.plain(text));
        label.getStyleClass().add("section");
        return label;
    }

    public static Label caption(String text) {
        Label label = new WrappedLabel(Wrapping.plain(text));
        label.getStyleClass().add("caption");
        label.setMaxWidth(CAPTION_LINE);
        return label;
    }

    /** Body text that wraps. */
    public static Label body(String text) {
        Label label = new WrappedLabel(Wrapping.plain(text));
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.setMaxWidth(LINE);
        return label;
    }

    /** A name in one line: cut with an ellipsis where it does not fit, whole in the tooltip and for the screen reader. */
    public static Label cut(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        label.setMinWidth(0);
        Tooltip whole = new WrappedTip();
        whole.textProperty().bind(Wrapping.plain(label.textProperty()));
        label.setTooltip(whole);
        return label;
    }

    /** A count that is never cut. */
    public static Label number(int count) {
        Label label = new Label(String.valueOf(count));
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static Label bound(String style, ObservableValue<String> text) {
        Label label = new WrappedLabel("");
        label.getStyleClass().add(style);
        label.textProperty().bind(Wrapping.plain(text));
        return label;
    }
}
