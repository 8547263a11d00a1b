package keyturn.ui.start;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.wrap.WrappedLabel;

/** The card that starts a practice world, the usual one or one of the gallery; only where the range is installed. */
final class PracticeCard {

    private final StartViewModel model;
    private final Button start = new Button(Words.of("start.practise"));

    PracticeCard(StartViewModel model) {
        this.model = model;
        start.setId("practice");
        start.getStyleClass().add("practise");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.setOnAction(event -> model.practise());
        start.disableProperty().bind(isBusy());
    }

    Node node() {
        Label title = Texts.title(new ReadOnlyStringWrapper(Words.of("start.range")));
        Label about = Texts.body(Words.of("start.range.about"));
        about.getStyleClass().add("muted");
        VBox words = new VBox(4, title, about, busyLine());
        HBox.setHgrow(words, Priority.ALWAYS);
        ToggleButton opener = opener();
        HBox head = new HBox(20, words, start, opener);
        head.setAlignment(Pos.CENTER_LEFT);
        var gallery = new ScenarioGallery(model.scenarios(), scenario -> model.practise(scenario.name()));
        gallery.node().disableProperty().bind(isBusy());
        Showing.when(opener.selectedProperty(), gallery.node());
        opener.setOnAction(event -> {
            if (opener.isSelected()) {
                gallery.focus();
            }
        });
        VBox card = new VBox(16, head, gallery.node());
        card.getStyleClass().addAll("range", "practice");
        return card;
    }

    void focus() {
        start.requestFocus();
    }

    private Label busyLine() {
        Label line = new WrappedLabel("");
        line.setId("busy");
        line.getStyleClass().add("strong");
        line.textProperty().bind(model.busy().map(sentence -> sentence.orElse("")));
        return Showing.when(isBusy(), line);
    }

    /** Opens the gallery of all worlds, and closes it again. */
    private ToggleButton opener() {
        ToggleButton opener = new ToggleButton(Words.of("start.scenario"));
        opener.setId("choose-scenario");
        opener.setMnemonicParsing(true);
        opener.setAccessibleText(Words.of("start.scenario").replace("_", ""));
        opener.setMinWidth(Region.USE_PREF_SIZE);
        opener.disableProperty().bind(isBusy());
        return opener;
    }

    private ObservableValue<Boolean> isBusy() {
        return model.busy().map(Optional::isPresent);
    }
}
