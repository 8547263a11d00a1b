package keyturn.ui.frame;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** Help for the page in sight, at the foot of the rail: part of the window, so that one can read it and go on working. */
final class Help {

    private static final double HEIGHT = 250;
    private static final double LEAST = 60;

    /** The two lines at the foot of the rail, with its edges. */
    private static final double FOOT = 112;

    private final ToggleButton opener = new ToggleButton();
    private final Label text = Texts.body("");
    private final ScrollPane scroll = new ScrollPane();
    private final VBox node;

    Help() {
        opener.setId("help");
        opener.getStyleClass().add("help-opener");
        opener.setMaxWidth(Double.MAX_VALUE);
        opener.setAccessibleText(Words.of("help.name"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label words = new Label(Words.of("help"));
        Label key = new Label(Words.of("help.key"));
        HBox face = new HBox(8, words, gap, key);
        face.setAlignment(Pos.CENTER_LEFT);
        face.setMaxWidth(Double.MAX_VALUE);
        face.prefWidthProperty().bind(opener.widthProperty().subtract(16));
        opener.setGraphic(face);
        text.setId("help-text");
        text.getStyleClass().add("caption-strong");
        scroll.setContent(text);
        scroll.getStyleClass().add("help-pane");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(LEAST);
        fit(HEIGHT);
        Showing.when(opener.selectedProperty(), scroll);
        node = new VBox(4, scroll, opener);
    }

    Node node() {
        return node;
    }

    /** @param room in the rail for help and what stands at its foot */
    void fit(double room) {
        scroll.setPrefHeight(Math.clamp(room - FOOT, LEAST, HEIGHT));
    }

    /** F1 opens and closes it. */
    void toggle() {
        opener.setSelected(!opener.isSelected());
    }

    /** Whether it was open. */
    boolean close() {
        boolean open = opener.isSelected();
        opener.setSelected(false);
        return open;
    }

    void show(PageModel page) {
        text.setText(page.help());
    }
}
