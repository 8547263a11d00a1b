package keyturn.ui.servers;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.domain.ServerAddress;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Typed;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.ServerLabel;
import keyturn.ui.wizard.ServerLabel.Colour;

/** Edits how a server stands in the list: address, name, group, colour, and what it is for. Enter saves. */
final class ServerEditor {

    /** Fields of a line share it evenly. */
    private static final double SHARE = 200;

    private final ServersViewModel model;
    private final Known server;
    private final TextField address = new TextField();
    private final SimpleObjectProperty<Optional<String>> addressProblem = new SimpleObjectProperty<>(Optional.empty());
    private final TextField name = new TextField();
    private final ComboBox<String> group = new ComboBox<>();
    private final ComboBox<Colour> colour = new ComboBox<>();
    private final ComboBox<Environment> environment = new ComboBox<>();
    private final Node node;

    ServerEditor(ServersViewModel model, Known server) {
        this.model = model;
        this.server = server;
        address.setId("server-address-edit");
        address.setText(server.address());
        address.setPromptText(Words.of("connect.server.prompt"));
        address.textProperty().subscribe(typed -> addressProblem.set(Typed.problem(typed, ServerAddress::parse)));
        name.setId("server-name-edit");
        name.setText(server.label().name());
        name.promptTextProperty().bind(address.textProperty());
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
        node = card();
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    Node node() {
        return node;
    }

    /** Where typing begins. */
    void focus() {
        (ServersViewModel.isNew(server) ? address : name).requestFocus();
    }

    private Node card() {
        HBox first = new HBox(
                12,
                field("servers.field.address", address, addressProblem),
                field("servers.field.name", name, Field.neverWrong()));
        HBox second = new HBox(
                12,
                field("servers.field.group", group, Field.neverWrong()),
                field("servers.field.colour", colour, Field.neverWrong()),
                field("servers.field.environment", environment, Field.neverWrong()));
        Button save = ServersView.button("server-save", "servers.save");
        save.getStyleClass().add("primary");
        save.setOnAction(event -> save());
        Button leave = ServersView.button("server-leave", "servers.leave");
        leave.setOnAction(event -> model.edited().set(Optional.empty()));
        HBox buttons = new HBox(8, save, leave);
        if (!ServersViewModel.isNew(server)) {
            Button central = ServersView.button("server-central", "servers.central");
            central.setOnAction(event -> model.readCentral(server));
            buttons.getChildren().add(central);
        }
        String head = ServersViewModel.isNew(server) ? Words.of("servers.new") : server.address();
        VBox card = new VBox(12, Texts.section(head), first, second, buttons);
        card.setId("server-editor");
        card.getStyleClass().add("finding");
        return card;
    }

    /** An open list and a button have their own use for the key. */
    private void key(KeyEvent key) {
        boolean open = Stream.of(group, colour, environment).anyMatch(ComboBoxBase::isShowing);
        if (key.getCode() == KeyCode.ENTER && !open && !(key.getTarget() instanceof ButtonBase)) {
            save();
            key.consume();
        }
    }

    private void save() {
        if (address.getText().isBlank()) {
            addressProblem.set(Optional.of(Words.of("connect.needs.server")));
        }
        if (addressProblem.get().isPresent()) {
            address.requestFocus();
        } else {
            model.save(server, changed());
        }
    }

    /** One that is added without a name is called by its address: the list keeps those that have one. */
    private Known changed() {
        String at = address.getText().strip();
        String typed = Optional.ofNullable(group.getEditor().getText()).orElse("");
        String called = ServersViewModel.isNew(server) && name.getText().isBlank() ? at : name.getText();
        Known moved = at.equals(server.address()) ? server : server.movedTo(at);
        return moved.labelled(new ServerLabel(called, typed, colour.getValue()), environment.getValue());
    }

    private static Node field(String words, Control input, ObservableValue<Optional<String>> problem) {
        VBox field = Field.of(Words.of(words), input, problem);
        field.setPrefWidth(SHARE);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }
}
