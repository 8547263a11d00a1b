package keyturn.ui.trouble;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.trouble.guide.Guide;
import keyturn.trouble.guide.Topic;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** Every question that the guide answers, in the rail, one press away; and an answer as a row. */
final class QuestionList {

    private final VBox node = new VBox(2, Texts.caption(Words.of("trouble.questions")));

    QuestionList(TroubleViewModel model) {
        node.setId("questions");
        node.getStyleClass().add("rail-head");
        Guide.all().topics().forEach(topic -> {
            Button button = new Button(topic.title());
            button.setId("question-" + topic.id());
            button.setMnemonicParsing(false);
            button.setWrapText(true);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("question");
            button.setOnAction(event -> model.show(topic));
            node.getChildren().add(button);
        });
    }

    Node node() {
        return node;
    }

    static Node answer(Topic topic) {
        VBox words = new VBox(6, CauseNode.title(topic.title()));
        topic.paragraphs().forEach(text -> words.getChildren().add(Texts.body(text)));
        words.getStyleClass().add("finding");
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }
}
