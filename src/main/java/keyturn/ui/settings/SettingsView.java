package keyturn.ui.settings;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import keyturn.ui.files.FileQuestion;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** Settings, shortcuts and About, chosen in the rail. */
public final class SettingsView implements PageView {

    private final SettingsViewModel model;
    private final Map<SettingsPlace, ToggleButton> places = new EnumMap<>(SettingsPlace.class);
    private final StackPane content = new StackPane();
    private final VBox rail = new VBox(8);

    /**
     * @param folder asks for a folder
     * @param zip asks where the support bundle goes
     */
    public SettingsView(SettingsViewModel model, String version, FileToRead folder, FileQuestion zip) {
        this.model = model;
        content.setId("settings");
        content.getChildren()
                .setAll(
                        sheet(SettingsPlace.SETTINGS, new SettingsForm(model, folder).node()),
                        sheet(SettingsPlace.SHORTCUTS, ShortcutList.node()),
                        sheet(SettingsPlace.ABOUT, new AboutPlace(model, version, zip).node()));
        VBox head = new VBox(2, Texts.section(Words.of("settings.page")), Texts.caption(Words.of("settings.about")));
        head.getStyleClass().add("rail-head");
        VBox buttons = new VBox(2);
        ToggleGroup group = new ToggleGroup();
        for (SettingsPlace each : SettingsPlace.values()) {
            ToggleButton button = button(each);
            button.setToggleGroup(group);
            places.put(each, button);
            buttons.getChildren().add(button);
        }
        model.place().subscribe(now -> of(now).setSelected(true));
        rail.getChildren().setAll(head, buttons);
    }

    private ToggleButton of(SettingsPlace place) {
        return Objects.requireNonNull(places.get(place));
    }

    private ToggleButton button(SettingsPlace each) {
        ToggleButton button = new ToggleButton(each.shown());
        button.setId("settings-" + each.word());
        button.setMnemonicParsing(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("home-place");
        button.setAccessibleText(each.shown().replace("_", ""));
        button.setOnAction(event -> {
            button.setSelected(true);
            model.place().set(each);
        });
        return button;
    }

    private Node sheet(SettingsPlace place, Node inside) {
        Node sheet = Sheet.scrolling(
                "settings-page-" + place.word(),
                new ReadOnlyStringWrapper(Words.of("settings.title." + place)),
                new ReadOnlyStringWrapper(Words.of("settings.lead." + place)),
                ProblemPlace.place(model.problem()),
                told(),
                inside);
        return Showing.when(model.place().map(place::equals), sheet);
    }

    private Node told() {
        VBox place = new VBox();
        model.told()
                .subscribe(now -> place.getChildren()
                        .setAll(now.map(text -> List.of(Banner.of(Tone.FINE, Words.of("settings.done"), text)))
                                .orElse(List.of())));
        return Showing.when(model.told().map(Optional::isPresent), place);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> rail() {
        return Optional.of(rail);
    }

    @Override
    public void focus() {
        of(model.place().get()).requestFocus();
    }

    /** How a path is shown: as it is, for it may be typed elsewhere. */
    static String shown(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
