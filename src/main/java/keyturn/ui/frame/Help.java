package keyturn.ui.frame;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.trouble.guide.Guide;
import keyturn.trouble.guide.Topic;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.explain.ExplainRequest;

/** The guide to the page in sight, at the right: part of the window, so that one can read it and go on working. */
final class Help {

    /** How a heading begins in the guide. */
    private static final String HEADING = "### ";

    private final ToggleButton opener = new ToggleButton();
    private final Label title = Texts.section("");
    private final VBox text = new VBox(8);
    private final ScrollPane panel = new ScrollPane();

    Help() {
        opener.setId("help");
        opener.getStyleClass().add("help-opener");
        opener.setMaxWidth(Double.MAX_VALUE);
        opener.setAccessibleText(Words.of("help.name"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label words = new Label(Words.of("help"));
        Label key = new Label(Words.of("help.key"));
        key.setMinWidth(Region.USE_PREF_SIZE);
        HBox face = new HBox(8, words, gap, key);
        face.setAlignment(Pos.CENTER_LEFT);
        face.setMaxWidth(Double.MAX_VALUE);
        face.prefWidthProperty().bind(opener.widthProperty().subtract(16));
        opener.setGraphic(face);
        text.setId("help-text");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(8, title, close());
        head.setAlignment(Pos.CENTER_LEFT);
        VBox body = new VBox(12, head, text, questions());
        panel.setContent(body);
        panel.setId("help-panel");
        panel.getStyleClass().add("help-pane");
        panel.setFitToWidth(true);
        panel.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        panel.setAccessibleText(Words.of("help.panel.name"));
        Showing.when(opener.selectedProperty(), panel);
    }

    private Button close() {
        Button close = new Button(Words.of("help.close"));
        close.setId("help-close");
        close.setMnemonicParsing(false);
        close.getStyleClass().add("small");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> opener.setSelected(false));
        return close;
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

    Region panel() {
        return panel;
    }

    /** F1 opens and closes it. */
    void toggle() {
        opener.setSelected(!opener.isSelected());
    }

    void open() {
        opener.setSelected(true);
    }

    /** Whether it was open. */
    boolean closeIfOpen() {
        boolean open = opener.isSelected();
        opener.setSelected(false);
        return open;
    }

    /** What the guide has on the page; a page of a flow says it itself. */
    void show(PageModel page) {
        Optional<Topic> topic = Guide.pages().topic(page.id().value());
        title.setText(topic.map(Topic::title).orElse(page.name()));
        text.getChildren()
                .setAll(topic.map(found -> found.paragraphs().stream())
                        .orElseGet(() -> Stream.of(page.help()))
                        .map(Help::paragraph)
                        .toList());
        panel.setVvalue(panel.getVmin());
    }

    private static Label paragraph(String said) {
        Label label = said.startsWith(HEADING) ? Texts.body(said.substring(HEADING.length())) : Texts.body(said);
        if (said.startsWith(HEADING)) {
            label.getStyleClass().add("help-heading");
        }
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
