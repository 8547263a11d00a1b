package keyturn.ui.start;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.inspect.Worlds.Scenario;
import keyturn.ui.parts.ChoiceField;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** The card that starts a practice world, the usual one or another scenario; only where the range is installed. */
final class PracticeCard {

    private static final double SCENARIO_WIDTH = 220;

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
        HBox card = new HBox(20, words, scenarios(), start);
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

    private Node scenarios() {
        ComboBox<Scenario> choose = ChoiceField.box(
                "scenario",
                Words.of("start.scenario.prompt"),
                model.scenarios(),
                model.scenario(),
                each -> Words.of("start.scenario.item", each.name(), each.about()));
        choose.setButtonCell(new ScenarioCell());
        choose.setPrefWidth(SCENARIO_WIDTH);
        choose.disableProperty().bind(isBusy());
        VBox field =
                Field.of(Words.of("start.scenario"), choose, new ReadOnlyObjectWrapper<>(Optional.<String>empty()));
        field.setMinWidth(Region.USE_PREF_SIZE);
        return field;
    }

    /** Closed, the box has room for the name alone. */
    private static final class ScenarioCell extends ListCell<Scenario> {
        @Override
        protected void updateItem(@Nullable Scenario item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item.name());
        }
    }

    private ObservableValue<Boolean> isBusy() {
        return model.busy().map(Optional::isPresent);
    }
}
