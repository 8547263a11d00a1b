package keyturn.ui.verify;

import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepLine.Mark;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** Draws a group with its arrow, or a step that is set in below its group. A click on a group opens or folds it. */
final class VerdictCell extends ListCell<VerdictRow> {

    private static final double SET_IN = 24;

    private final Label arrow = new Label();
    private final Label sign = new Label();
    private final Label title = Texts.cut("step-title");
    private final Label line = Texts.cut("caption");
    private final HBox tags = new HBox(8);
    private final HBox row = new HBox(12);

    /** @param turn opens or folds the group at this place */
    VerdictCell(IntConsumer turn) {
        getStyleClass().add("step-row");
        setPrefWidth(0);
        arrow.setMinWidth(16);
        sign.setMinWidth(Tone.SIGN_WIDTH);
        sign.setAlignment(Pos.CENTER);
        VBox words = new VBox(title, line);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        tags.setAlignment(Pos.CENTER_RIGHT);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().setAll(arrow, sign, words, tags);
        setOnMouseClicked(click -> {
            if (getItem() instanceof VerdictRow.Head head) {
                turn.accept(head.place());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable VerdictRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        switch (item) {
            case VerdictRow.Head head -> draw(head);
            case VerdictRow.Item one -> draw(one.step(), one.inGroup());
        }
        setGraphic(row);
    }

    private void draw(VerdictRow.Head head) {
        arrow.setText(head.open() ? "▾" : "▸");
        arrow.setVisible(true);
        row.setPadding(Insets.EMPTY);
        tags.getChildren().setAll(head.tag().node());
        say(head.title(), head.line(), head.mark());
        String state = Words.of(head.open() ? "verify.group.open" : "verify.group.folded");
        setAccessibleText(
                Words.of("verify.group.spoken", head.title(), head.tag().word(), state));
    }

    private void draw(StepLine step, boolean inGroup) {
        arrow.setVisible(false);
        row.setPadding(new Insets(0, 0, 0, inGroup ? SET_IN : 0));
        tags.getChildren().setAll(step.tags().stream().map(tag -> tag.node()).toList());
        say(step.title(), step.line(), step.mark().orElse(Mark.UNSURE));
        setAccessibleText(step.spoken());
    }

    private void say(String name, String about, Mark mark) {
        title.setText(name);
        line.setText(Brief.of(about).replaceAll("\\R", "  "));
        sign.setText(mark.sign());
        sign.getStyleClass().setAll("label", "step-sign", mark.style());
    }
}
