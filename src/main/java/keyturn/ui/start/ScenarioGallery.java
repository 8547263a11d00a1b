package keyturn.ui.start;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import keyturn.inspect.Worlds.Group;
import keyturn.inspect.Worlds.Scenario;
import keyturn.ui.frame.Tiles;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import org.controlsfx.control.textfield.CustomTextField;

/** All practice worlds in groups by what goes wrong; words narrow them down, and a press starts one. */
final class ScenarioGallery {

    private static final double CARD = 260;
    private static final double INSETS = 32;
    private static final double LEAST_TEXT = CARD - INSETS;

    private final CustomTextField find = new CustomTextField();
    private final VBox groups = new VBox(16);
    private final VBox node = new VBox(12, find, groups);
    private final ObservableList<Scenario> offered;
    private final Consumer<Scenario> start;

    /** @param start starts that world */
    ScenarioGallery(ObservableList<Scenario> offered, Consumer<Scenario> start) {
        this.offered = offered;
        this.start = start;
        node.setId("scenarios");
        find.setId("scenario-find");
        find.setLeft(Icon.SEARCH.node());
        find.setPromptText(Words.of("start.gallery.find"));
        find.setAccessibleText(Words.of("start.gallery.find.name"));
        find.setMaxWidth(2 * CARD);
        find.textProperty().subscribe(words -> narrow());
        find.setOnAction(event -> first().ifPresent(start));
        offered.subscribe(this::narrow);
    }

    Node node() {
        return node;
    }

    void focus() {
        find.requestFocus();
    }

    /** Those that hold each of the words, in their groups. */
    private void narrow() {
        List<Scenario> left = matching();
        List<Node> shown = new ArrayList<>();
        for (Group group : Group.values()) {
            List<Button> cards = left.stream()
                    .filter(scenario -> scenario.group() == group)
                    .map(this::card)
                    .toList();
            if (!cards.isEmpty()) {
                Tiles tiles = new Tiles(CARD);
                tiles.show(cards);
                shown.add(new VBox(8, Texts.section(name(group)), tiles));
            }
        }
        groups.getChildren().setAll(shown.isEmpty() ? List.of(Texts.body(Words.of("start.gallery.none"))) : shown);
    }

    private List<Scenario> matching() {
        List<String> words = Arrays.stream(
                        find.getText().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return offered.stream()
                .filter(scenario -> words.stream().allMatch(text(scenario)::contains))
                .toList();
    }

    /** The first of what is in sight. */
    private Optional<Scenario> first() {
        return matching().stream().min((one, other) -> one.group().compareTo(other.group()));
    }

    private static String text(Scenario scenario) {
        return String.join("\n", scenario.name(), scenario.about(), name(scenario.group()))
                .toLowerCase(Locale.ROOT);
    }

    private static String name(Group group) {
        return Words.of("start.gallery." + group);
    }

    private Button card(Scenario scenario) {
        Label name = Texts.cut("strong");
        name.setText(scenario.name());
        Label about = Texts.caption(scenario.about());
        Button card = new Button("", new VBox(2, name, about));
        // A button asks how tall its words are without saying how wide it is.
        about.maxWidthProperty()
                .bind(Bindings.max(LEAST_TEXT, card.widthProperty().subtract(INSETS)));
        card.setId("scenario-" + scenario.name());
        card.getStyleClass().addAll("flow-card", "scenario-card");
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        card.setMinHeight(0);
        card.setAccessibleText(Words.of("start.gallery.name", scenario.name(), scenario.about()));
        card.setOnAction(event -> start.accept(scenario));
        return card;
    }
}
