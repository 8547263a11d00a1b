package keyturn.ui.frame;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.explain.ExplainRequest;

/** Help for the page in sight, above the footer: part of the window, so that one can read it and go on working. */
final class Help {

    /** Of a line that is read with ease. */
    private static final double COLUMN = 464;

    private static final double HEIGHT = 236;

    /** Left and right of the text, with a bar for scrolling. */
    private static final double SIDES = 66;

    /** So many letters stand in a paragraph before the next sentence begins another one. */
    private static final int PARAGRAPH = 240;

    private final ToggleButton opener = new ToggleButton();
    private final Label heading = Texts.section("");
    private final FlowPane columns = new FlowPane(32, 12);
    private final ScrollPane panel = new ScrollPane();

    Help() {
        opener.setId("help");
        opener.getStyleClass().add("help-opener");
        opener.setMaxWidth(Double.MAX_VALUE);
        opener.setAccessibleText(Words.of("help.name"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox face = new HBox(8, new Label(Words.of("help")), gap, new Label(Words.of("help.key")));
        face.setAlignment(Pos.CENTER_LEFT);
        face.setMaxWidth(Double.MAX_VALUE);
        face.prefWidthProperty().bind(opener.widthProperty().subtract(16));
        opener.setGraphic(face);
        columns.setId("help-text");
        columns.setMinHeight(Region.USE_PREF_SIZE);
        HBox head = new HBox(16, heading, questions());
        head.setAlignment(Pos.CENTER_LEFT);
        panel.setContent(new VBox(8, head, columns));
        panel.getStyleClass().add("help-pane");
        panel.setFitToWidth(true);
        panel.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        panel.setMaxHeight(HEIGHT);
        columns.prefWrapLengthProperty().bind(panel.widthProperty().subtract(SIDES));
        Showing.when(opener.selectedProperty(), panel);
    }

    /** From the help of a page to all questions and answers. */
    private static Button questions() {
        Button questions = new Button(Words.of("help.questions"));
        questions.setId("help-questions");
        questions.setMnemonicParsing(false);
        questions.getStyleClass().add("small");
        questions.setMinWidth(Region.USE_PREF_SIZE);
        questions.setOnAction(event -> ExplainRequest.ofAnything(questions));
        return questions;
    }

    /** What opens and closes it, at the foot of the rail. */
    Node opener() {
        return opener;
    }

    Node panel() {
        return panel;
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
        heading.setText(page.name());
        columns.getChildren()
                .setAll(paragraphs(page.help()).stream().map(Help::paragraph).toList());
        panel.setVvalue(panel.getVmin());
    }

    private static Label paragraph(String text) {
        Label label = Texts.body(text);
        label.setPrefWidth(COLUMN);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Whole sentences, so many together as are read at once. */
    private static List<String> paragraphs(String text) {
        List<String> all = new ArrayList<>();
        StringBuilder some = new StringBuilder();
        for (String sentence : text.split("(?<=[.!?]) ", -1)) {
            if (!some.isEmpty() && some.length() + sentence.length() > PARAGRAPH) {
                all.add(some.toString());
                some.setLength(0);
            }
            some.append(some.isEmpty() ? "" : " ").append(sentence);
        }
        all.add(some.toString());
        return all;
    }
}
