package keyturn.ui.steps;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.plan.words.StepWords;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.Wrapping;
import keyturn.ui.parts.wrap.WrappedTip;
import org.jspecify.annotations.Nullable;

/** Draws the head of a section or a step: arrow or number, title over one line, tag, planned time. */
final class StepRowCell extends ListCell<StepRow> {

    private static final PseudoClass CHANGES = PseudoClass.getPseudoClass("changes");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final double INDENT = 26;
    private static final double NUMBER_WIDTH = 24;

    private final ObservableBooleanValue compact;
    private final Region indent = new Region();
    private final Label number = new Label();
    private final Label title = Texts.cut("step-title");
    private final Label line = Texts.cut("caption");
    private final Tooltip whole = new WrappedTip();
    private final HBox tags = new HBox();
    private final Label time = new Label();
    private final HBox upper = new HBox(12);
    private final HBox lower = new HBox(12);
    private final VBox words = new VBox(2);
    private final HBox row = new HBox(12);

    /** @param compact whether rows are low, and leave the line under the title out */
    StepRowCell(ObservableBooleanValue compact) {
        this.compact = compact;
        getStyleClass().add("step-row");
        setPrefWidth(0);
        number.getStyleClass().add("step-number");
        number.setAlignment(Pos.CENTER_RIGHT);
        time.getStyleClass().addAll("mono", "step-time");
        time.setMinWidth(Label.USE_PREF_SIZE);
        line.setTooltip(whole);
        tags.setMinWidth(Region.USE_PREF_SIZE);
        tags.setAlignment(Pos.CENTER_RIGHT);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        upper.setAlignment(Pos.CENTER_LEFT);
        lower.setAlignment(Pos.CENTER_LEFT);
        for (Label grows : List.of(title, line)) {
            grows.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(grows, Priority.ALWAYS);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().setAll(indent, number, words);
        arrange();
        compact.subscribe(this::arrange);
    }

    /** The title has the width; what is short stands beside it, or under it. */
    private void arrange() {
        boolean low = compact.get();
        line.setManaged(!low);
        line.setVisible(!low);
        upper.getChildren().setAll(low ? new Node[] {title, time, tags} : new Node[] {title, time});
        lower.getChildren().setAll(low ? new Node[] {} : new Node[] {line, tags});
        words.getChildren().setAll(low ? new Node[] {upper} : new Node[] {upper, lower});
    }

    @Override
    protected void updateItem(@Nullable StepRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            pseudoClassStateChanged(CHANGES, false);
            pseudoClassStateChanged(HEAD, false);
            return;
        }
        indent.setMinWidth(item.depth() * INDENT);
        indent.setManaged(item.depth() > 0);
        switch (item) {
            case StepRow.Head head -> draw(head);
            case StepRow.One one -> draw(StepLine.planned(one.step()));
        }
        setGraphic(row);
    }

    private void draw(StepRow.Head head) {
        SectionTag sum = head.sum().orElseGet(() -> SectionTag.of(head.steps()));
        String about = head.about().isEmpty() ? StepWords.titles(head.steps()) : head.about();
        say(head.open() ? "▾" : "▸", head.title(), about);
        tags.getChildren().setAll(sum.tag().node());
        time.setText(WindowTimes.duration(sum.expected()));
        setAccessibleText(Words.of(
                head.open() ? "steps.head.open" : "steps.head.folded",
                head.title(),
                sum.tag().word()));
        pseudoClassStateChanged(CHANGES, sum.changes());
        pseudoClassStateChanged(HEAD, true);
    }

    private void draw(StepLine item) {
        say(String.valueOf(item.id().number()), item.title(), item.line());
        tags.getChildren().setAll(item.tags().stream().map(Tag::node).toList());
        time.setText(item.time());
        setAccessibleText(item.spoken());
        pseudoClassStateChanged(CHANGES, item.changes());
        pseudoClassStateChanged(HEAD, false);
    }

    private void say(String sign, String name, String about) {
        number.setText(sign);
        number.setMinWidth(Math.max(NUMBER_WIDTH, sign.length() * 8));
        title.setText(Wrapping.plain(name));
        line.setText(Wrapping.plain(Brief.of(about)).replaceAll("\\R", "  "));
        whole.setText(Wrapping.plain(about));
    }
}
