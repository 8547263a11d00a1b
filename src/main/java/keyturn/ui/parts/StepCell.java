package keyturn.ui.parts;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.wrap.WrappedTip;
import org.jspecify.annotations.Nullable;

/** Draws a step: number, sign, title over one line, tags, time. */
final class StepCell extends ListCell<StepLine> {

    private static final PseudoClass CHANGES = PseudoClass.getPseudoClass("changes");

    private static final double NUMBER_WIDTH = 24;

    /** Digits that have room in it. */
    private static final int FITTING = 2;

    private final Label number = new Label();
    private final Label sign = new Label();
    private final Label title = Texts.cut("step-title");
    private final Label line = Texts.cut("caption");
    private final Tooltip whole = new WrappedTip();
    private final HBox tags = new HBox(8);
    private final Label time = new Label();
    private final ShareBar share = new ShareBar();
    private List<Tag> tagged = List.of();
    private final VBox side = new VBox(4, tags, share, time);
    private final HBox row = new HBox(12);

    StepCell() {
        getStyleClass().add("step-row");
        setPrefWidth(0);
        number.getStyleClass().add("step-number");
        number.setAlignment(Pos.CENTER_RIGHT);
        sign.setMinWidth(Tone.SIGN_WIDTH);
        sign.setAlignment(Pos.CENTER);
        time.getStyleClass().addAll("mono", "step-time");
        time.setMinWidth(Label.USE_PREF_SIZE);
        line.setTooltip(whole);
        tags.setAlignment(Pos.CENTER_RIGHT);
        side.setAlignment(Pos.CENTER_RIGHT);
        side.setMinWidth(VBox.USE_PREF_SIZE);
        VBox words = new VBox(title, line);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().setAll(number, sign, words, side);
    }

    @Override
    protected void updateItem(@Nullable StepLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            pseudoClassStateChanged(CHANGES, false);
        } else {
            draw(item);
        }
    }

    private void draw(StepLine item) {
        number.setText(String.valueOf(item.id().number()));
        number.setMinWidth(number.getText().length() > FITTING ? Label.USE_PREF_SIZE : NUMBER_WIDTH);
        String style = item.mark().map(StepLine.Mark::style).orElse("neutral");
        sign.setText(item.mark().map(StepLine.Mark::sign).orElse(""));
        List<String> styles = List.of("label", "step-sign", style);
        if (!sign.getStyleClass().equals(styles)) {
            sign.getStyleClass().setAll(styles);
        }
        share.show(item, style);
        sign.setVisible(item.mark().isPresent());
        sign.setManaged(item.mark().isPresent());
        title.setText(Wrapping.plain(item.title()));
        line.setText(Wrapping.plain(Brief.of(item.line())).replaceAll("\\R", "  "));
        whole.setText(Wrapping.plain(item.line()));
        if (!item.tags().equals(tagged)) {
            tagged = item.tags();
            tags.getChildren().setAll(tagged.stream().map(Tag::node).toList());
        }
        tags.setVisible(!item.tags().isEmpty());
        tags.setManaged(!item.tags().isEmpty());
        time.setText(item.time());
        time.setVisible(!item.time().isEmpty());
        time.setManaged(!item.time().isEmpty());
        setGraphic(row);
        setAccessibleText(item.spoken());
        pseudoClassStateChanged(CHANGES, item.changes());
    }
}
