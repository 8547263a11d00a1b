package keyturn.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.Appearance;
import keyturn.ui.home.period.DueAfter;
import keyturn.ui.home.period.WarnBefore;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Drawing;
import keyturn.ui.wizard.ShownTimes;

/** The settings, in groups. */
final class SettingsForm {

    private static final double WIDTH = 420;

    private final SettingsViewModel model;
    private final FileToRead folder;

    SettingsForm(SettingsViewModel model, FileToRead folder) {
        this.model = model;
        this.folder = folder;
    }

    Node node() {
        return new VBox(
                24,
                group(
                        "look",
                        choice(
                                "appearance-choice",
                                "appearance",
                                List.of(AppearanceItem.values()),
                                appearance(),
                                this::appear),
                        choice("text-size", "size", TextScale.OFFERED, model.scale(), model::enlarge),
                        choice("drawing", "drawing", List.of(Drawing.values()), model.drawing(), model::draw)),
                group(
                        "times",
                        choice("times", "times", List.of(ShownTimes.values()), model.times(), model::show),
                        choice("rotation-due", "rotation", DueAfter.OFFERED, model.due(), model::rotateAfter),
                        choice("expiry-warning", "warning", WarnBefore.OFFERED, model.warning(), model::warnBefore)),
                group("network", proxy()),
                group("folders", exports()));
    }

    private ObservableValue<AppearanceItem> appearance() {
        return model.appearance().map(AppearanceItem::new);
    }

    private void appear(AppearanceItem chosen) {
        model.appearance().set(chosen.choice());
    }

    /** An appearance in words. */
    private record AppearanceItem(Appearance.Choice choice) {

        static AppearanceItem[] values() {
            return List.of(Appearance.Choice.values()).stream()
                    .map(AppearanceItem::new)
                    .toArray(AppearanceItem[]::new);
        }

        @Override
        public String toString() {
            return Words.of("appearance." + choice);
        }
    }

    private static Node group(String name, Node... fields) {
        VBox all = new VBox(12, Texts.section(Words.of("settings.group." + name)));
        all.getChildren().addAll(fields);
        all.setMaxWidth(WIDTH);
        return all;
    }

    private static <T> Node choice(
            String id, String name, List<T> offered, ObservableValue<T> now, Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(offered);
        now.subscribe(value -> {
            if (!box.getItems().contains(value)) {
                box.getItems().add(value);
            }
            box.setValue(value);
        });
        box.valueProperty().subscribe(value -> {
            if (value != null && !value.equals(now.getValue())) {
                chosen.accept(value);
            }
        });
        VBox field = Field.of(Words.of("settings." + name), box, Field.neverWrong());
        field.getChildren().add(Texts.caption(Words.of("settings." + name + ".about")));
        return field;
    }

    private Node proxy() {
        TextField address = new TextField();
        address.setId("proxy-address");
        address.setPromptText(Words.of("settings.proxy.prompt"));
        address.textProperty().bindBidirectional(model.proxyAddress());
        address.textProperty().subscribe(typed -> model.useProxy());
        Node field = Field.of(Words.of("settings.proxy.address"), address, model.proxyProblem());
        Showing.when(model.proxy().map(kind -> kind == ProxyKind.ADDRESS), field);
        return new VBox(
                12,
                choice("proxy", "proxy", List.of(ProxyKind.values()), model.proxy(), kind -> {
                    model.proxy().set(kind);
                    model.useProxy();
                }),
                field);
    }

    private Node exports() {
        TextField path = new TextField();
        path.setId("exports-folder");
        path.setEditable(false);
        path.setPromptText(Words.of("settings.exports.prompt"));
        path.textProperty().bind(model.exports());
        VBox field = Field.of(Words.of("settings.exports"), path, Field.neverWrong());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button choose = button("exports-choose", "settings.exports.choose");
        choose.setOnAction(event ->
                folder.ask(choose.getScene().getWindow()).ifPresent(chosen -> model.exportIn(Optional.of(chosen))));
        Button usual = button("exports-usual", "settings.exports.usual");
        usual.setOnAction(event -> model.exportIn(Optional.empty()));
        HBox row = new HBox(8, field, choose, usual);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return new VBox(4, row, Texts.caption(Words.of("settings.exports.about")));
    }

    static Button button(String id, String words) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
