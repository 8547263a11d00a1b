package keyturn.ui.servers;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.ServerLabel;
import keyturn.ui.wizard.ServerLabel.Colour;

/** Edits how a server stands in the list: name, group, colour, and what it is for. */
final class ServerEditor {

    /** Fields of a line share it evenly. */
    private static final double SHARE = 200;

    private final ServersViewModel model;
    private final Known server;
    private final TextField name = new TextField();
    private final ComboBox<String> group = new ComboBox<>();
    private final ComboBox<Colour> colour = new ComboBox<>();
    private final ComboBox<Environment> environment = new ComboBox<>();

    ServerEditor(ServersViewModel model, Known server) {
        this.model = model;
        this.server = server;
        name.setId("server-name-edit");
        name.setText(server.label().name());
        name.setPromptText(server.address());
        group.setId("server-group-edit");
        group.setEditable(true);
        group.getItems().setAll(model.groupNames());
        group.setValue(server.label().group());
        group.getEditor().setText(server.label().group());
        colour.setId("server-colour-edit");
        colour.getItems().setAll(Colour.values());
        colour.setValue(server.label().colour());
        environment.setId("server-environment-edit");
        environment.getItems().setAll(Environment.values());
        environment.setValue(server.environment());
    }

    Node node() {
        HBox first = new HBox(12, field("servers.field.name", name), field("servers.field.group", group));
        HBox second =
                new HBox(12, field("servers.field.colour", colour), field("servers.field.environment", environment));
        Button save = ServersView.button("server-save", "servers.save");
        save.setOnAction(event -> model.save(server, changed()));
        Button leave = ServersView.button("server-leave", "servers.leave");
        leave.setOnAction(event -> model.edited().set(Optional.empty()));
        Button central = ServersView.button("server-central", "servers.central");
        central.setOnAction(event -> model.readCentral(server));
        HBox buttons = new HBox(8, save, leave, central);
        VBox card = new VBox(12, Texts.section(server.address()), first, second, buttons);
        card.setId("server-editor");
        card.getStyleClass().add("finding");
        return card;
    }

    private Known changed() {
        String typed = Optional.ofNullable(group.getEditor().getText()).orElse("");
        return server.labelled(new ServerLabel(name.getText(), typed, colour.getValue()), environment.getValue());
    }

    private static Node field(String words, Control input) {
        VBox field = Field.of(Words.of(words), input, Field.neverWrong());
        field.setPrefWidth(SHARE);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }
}
