package keyturn.ui.start;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.explain.GuideRequest;

/** For the first start: three sentences, and one button that leads through an upgrade on the practice range with the guide beside it. */
final class TourCard {

    private final StartViewModel model;
    private final Button start = new Button(Words.of("start.tour"));

    TourCard(StartViewModel model) {
        this.model = model;
        start.setId("tour");
        start.getStyleClass().add("practise");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.disableProperty().bind(model.busy().map(sentence -> sentence.isPresent()));
        start.setOnAction(event -> {
            GuideRequest.of(start);
            model.tour();
        });
    }

    Node node() {
        VBox words = new VBox(4, Texts.title(new ReadOnlyStringWrapper(Words.of("start.tour.title"))));
        for (String sentence : new String[] {"first", "second", "third"}) {
            words.getChildren().add(Texts.body(Words.of("start.tour." + sentence)));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Button later = new Button(Words.of("start.tour.later"));
        later.setId("tour-later");
        later.setMnemonicParsing(false);
        later.setMinWidth(Region.USE_PREF_SIZE);
        later.setOnAction(event -> model.laterTour());
        HBox card = new HBox(20, words, start, later);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().addAll("range", "practice");
        card.setId("tour-card");
        return Showing.when(model.isFirst(), card);
    }

    void focus() {
        start.requestFocus();
    }
}
