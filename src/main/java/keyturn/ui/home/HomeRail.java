package keyturn.ui.home;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** The places at the left, with how much there is in each; one of them is always in sight. */
final class HomeRail {

    /** A longer name goes on in the next line where the instance follows the machine. */
    private static final int IN_ONE_LINE = 17;

    private final Label server = Texts.section("");
    private final Label looked = Texts.caption("");
    private final Map<HomePlace, ToggleButton> buttons = new EnumMap<>(HomePlace.class);
    private final Map<HomePlace, Label> counts = new EnumMap<>(HomePlace.class);
    private final ToggleGroup group = new ToggleGroup();
    private final VBox node;

    /** @param place in sight; follows, and is followed */
    HomeRail(Property<HomePlace> place) {
        VBox head = new VBox(2, server, looked);
        head.getStyleClass().add("rail-head");
        VBox places = new VBox(2);
        places.setId("places");
        places.setAccessibleText(Words.of("home.places"));
        for (HomePlace each : HomePlace.values()) {
            ToggleButton button = button(each);
            button.setOnAction(event -> {
                button.setSelected(true);
                place.setValue(each);
            });
            places.getChildren().add(counted(each, button));
        }
        place.subscribe(now -> of(now).setSelected(true));
        node = new VBox(8, head, places);
        node.setId("home-rail");
    }

    Node node() {
        return node;
    }

    /** @param lookedAt when, in a sentence */
    void name(String name, String lookedAt) {
        server.setText(name.length() <= IN_ONE_LINE ? name : name.replace("\\", "\\\n"));
        server.setAccessibleText(name);
        looked.setText(lookedAt);
    }

    /** @param number empty: it cannot be told, or there is nothing to count */
    void count(HomePlace place, Optional<Integer> number) {
        String text = number.map(String::valueOf).orElse("");
        Objects.requireNonNull(counts.get(place)).setText(text);
        String name = place.shown().replace("_", "");
        of(place).setAccessibleText(text.isEmpty() ? name : Words.of("home.place.counted", name, text));
    }

    void focus(HomePlace place) {
        of(place).requestFocus();
    }

    private ToggleButton of(HomePlace place) {
        return Objects.requireNonNull(buttons.get(place));
    }

    private ToggleButton button(HomePlace place) {
        ToggleButton button = new ToggleButton(place.shown());
        button.setMnemonicParsing(true);
        button.setId("place-" + place.word());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.getStyleClass().add("home-place");
        button.setAccessibleText(place.shown().replace("_", ""));
        buttons.put(place, button);
        return button;
    }

    /** How many, at the right end of the button. */
    private Node counted(HomePlace place, ToggleButton button) {
        Label count = new Label();
        count.getStyleClass().addAll("caption", "home-count");
        count.setMouseTransparent(true);
        counts.put(place, count);
        StackPane both = new StackPane(button, count);
        StackPane.setAlignment(count, Pos.CENTER_RIGHT);
        return both;
    }
}
