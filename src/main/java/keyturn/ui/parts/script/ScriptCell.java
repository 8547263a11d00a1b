package keyturn.ui.parts.script;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import keyturn.plan.step.StepId;
import keyturn.ui.parts.Wrapping;
import org.jspecify.annotations.Nullable;

/** Draws one row of a script: gutter, coloured text, the mark of the current step. */
final class ScriptCell extends ListCell<ScriptRow> {

    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final PseudoClass CHANGES = PseudoClass.getPseudoClass("changes");
    private static final double GUTTER = 40;

    /** The step that is current, and whether it changes anything. */
    record Mark(StepId step, boolean changes) {}

    private final Label gutter = new Label();

    /** No {@code TextFlow}: it breaks a new text by the width of the row before, and loses its place in right-to-left letters. */
    private final HBox pieces = new HBox();

    private final HBox row = new HBox(12, gutter, pieces);
    private final ObservableValue<List<Mark>> marks;

    ScriptCell(ObservableValue<List<Mark>> marks) {
        this.marks = marks;
        getStyleClass().add("script-row");
        gutter.getStyleClass().addAll("mono", "gutter");
        gutter.setMinWidth(GUTTER);
        gutter.setPrefWidth(GUTTER);
        gutter.setAlignment(Pos.CENTER_RIGHT);
        pieces.setAlignment(Pos.BASELINE_LEFT);
        pieces.setSnapToPixel(false);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(false);
        marks.subscribe(this::mark);
    }

    @Override
    protected void updateItem(@Nullable ScriptRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
        } else {
            gutter.setText(item.isContinuation() ? "↪" : item.number() == 0 ? "" : String.valueOf(item.number()));
            pieces.getChildren().setAll(pieces(item));
            setGraphic(row);
            setAccessibleText(Wrapping.plain(item.line().text()));
        }
        mark();
    }

    private void mark() {
        ScriptRow item = getItem();
        var mine = marks.getValue().stream()
                .filter(mark -> item != null && mark.step().equals(item.line().step()))
                .findFirst();
        pseudoClassStateChanged(MARKED, mine.isPresent());
        pseudoClassStateChanged(CHANGES, mine.filter(Mark::changes).isPresent());
    }

    private static List<Text> pieces(ScriptRow row) {
        List<Text> pieces = new ArrayList<>();
        int at = row.from();
        for (Span span : row.line().spans()) {
            int from = Math.max(span.from(), at);
            int to = Math.min(span.to(), row.to());
            if (from < to) {
                add(pieces, row, at, from, "code");
                add(pieces, row, from, to, span.kind().style());
                at = to;
            }
        }
        add(pieces, row, at, row.to(), row.line().kind() == ScriptLine.Kind.CODE ? "code" : "code-note");
        if (row.isCut()) {
            pieces.add(piece("…", "code-note"));
        }
        return pieces;
    }

    private static void add(List<Text> pieces, ScriptRow row, int from, int to, String style) {
        if (from < to) {
            pieces.add(piece(row.line().text().substring(from, to), style));
        }
    }

    private static Text piece(String text, String style) {
        Text piece = new Text(Wrapping.plain(text));
        piece.getStyleClass().addAll("mono", style);
        return piece;
    }
}
