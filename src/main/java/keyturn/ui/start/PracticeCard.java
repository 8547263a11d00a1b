package keyturn.ui.start;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.inspect.Worlds.Scenario;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** The card that starts a practice world, the usual one or another scenario; only where the range is installed. */
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
        HBox card = new HBox(20, words, start, scenarios());
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().addAll("range", "practice");
        return card;
    }

    void focus() {
        start.requestFocus();
    }

    private Label busyLine() {
        Label line = new Label();
        line.setId("busy");
        line.getStyleClass().add("strong");
        line.setWrapText(true);
        line.textProperty().bind(model.busy().map(sentence -> sentence.orElse("")));
        return Showing.when(isBusy(), line);
    }

    private MenuButton scenarios() {
        MenuButton choose = new MenuButton(Words.of("start.scenario"));
        choose.setId("scenario");
        choose.setMnemonicParsing(true);
        choose.setAccessibleText(Words.of("start.scenario.name"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.disableProperty().bind(isBusy());
        model.scenarios()
                .subscribe(() -> choose.getItems()
                        .setAll(model.scenarios().stream().map(this::scenario).toList()));
        return choose;
    }

    private MenuItem scenario(Scenario scenario) {
        MenuItem item = new MenuItem(Words.of("start.scenario.item", scenario.name(), scenario.about()));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.practise(scenario.name()));
        return item;
    }

    private ObservableValue<Boolean> isBusy() {
        return model.busy().map(Optional::isPresent);
    }
}
