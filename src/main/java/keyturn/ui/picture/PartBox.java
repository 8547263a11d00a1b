package keyturn.ui.picture;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.domain.Message;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.Part;
import keyturn.plan.depend.PartId;
import keyturn.plan.words.DependencyWords;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Wrapping;
import keyturn.ui.parts.wrap.WrappedTip;
import keyturn.ui.picture.DependencyLayout.Box;

/** A box of the picture, which can be selected: once selects, once more selects nothing. */
final class PartBox extends Button {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final PartId part;
    private final Label name;
    private boolean chosen;

    /** @param style {@code part} or {@code chip} */
    PartBox(Box box, DependencyGraph graph, String style, Consumer<Optional<PartId>> select) {
        this.part = box.part();
        getStyleClass().setAll(style, "map-box", StateSign.tone(box.state()).style());
        if (Palette.isDashed(box.state())) {
            getStyleClass().add("not-known");
        }
        setMnemonicParsing(false);
        setMinSize(0, 0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        name = line(box.name(), "map-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setGraphic(content(box, name));
        String told = told(box, graph);
        setAccessibleText(told);
        Tooltip tip = new WrappedTip(Wrapping.plain(told));
        setTooltip(tip);
        setFocusTraversable(false);
        setOnAction(event -> select.accept(chosen ? Optional.empty() : Optional.of(part)));
    }

    PartId part() {
        return part;
    }

    /** The name in the lines that this width has room for. */
    void tell(Box box) {
        name.setText(String.join("\n", box.lines().stream().map(Wrapping::plain).toList()));
    }

    void selected(boolean now) {
        chosen = now;
        pseudoClassStateChanged(CHOSEN, now);
    }

    /** The sign stands before the second line, so that the name has all the width; names that begin alike are told apart by their ends. */
    private static Region content(Box box, Label name) {
        String sign = StateSign.sign(box.state());
        if (box.caption().isEmpty()) {
            boolean told = !sign.isEmpty() && !sign.equals(Tone.FINE.sign());
            return told ? row(line(sign, "map-sign"), name) : row(name);
        }
        Label caption = line(box.caption(), "map-caption");
        VBox both = new VBox(1, row(name), sign.isEmpty() ? row(caption) : row(line(sign, "map-sign"), caption));
        both.setMinWidth(0);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static HBox row(Label... labels) {
        HBox row = new HBox(5, labels);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        if (labels.length > 1) {
            labels[0].setMinWidth(USE_PREF_SIZE);
        }
        return row;
    }

    private static Label line(String text, String style) {
        Label label = new Label(Wrapping.plain(text));
        label.getStyleClass().add(style);
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        label.setMinWidth(0);
        return label;
    }

    private static String told(Box box, DependencyGraph graph) {
        Optional<Part> known = graph.part(box.part());
        return known.map(found -> Stream.concat(
                                Stream.of(DependencyWords.line(found)),
                                DependencyWords.reasons(found).map(Message::text))
                        .collect(Collectors.joining("\n")))
                .orElseGet(() -> DependencyWords.name(box.part()) + ": " + box.name());
    }
}
