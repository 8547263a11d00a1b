package keyturn.ui.rotate;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.ChoiceField;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.Problems;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.PageView;
import keyturn.ui.wizard.PlanAnswers;
import keyturn.ui.wizard.Sheet;

/** Which databases, which new key, what it is called; what is wrong stands beside the field that caused it. */
public final class RotateView implements PageView {

    private static final double FORM_WIDTH = 880;

    private final RotateViewModel model;
    private final ComboBox<String> toKey = new ComboBox<>();
    private final Node pane;
    private final Node content;

    /** @param pane with the scripts of what is chosen so far */
    public RotateView(RotateViewModel model, Node pane) {
        this.model = model;
        this.pane = pane;
        VBox form = new VBox(
                16,
                ChoiceField.of(
                        "from-key", Words.of("rotate.from"), Words.of("rotate.from.prompt"), model.olds(), model.old()),
                new PickList(model.databases()).node(),
                making(),
                toKey(),
                names(),
                application(),
                backups());
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "rotate-page",
                new ReadOnlyStringWrapper(Words.of("rotate.title")),
                new ReadOnlyStringWrapper(Words.of("rotate.lead")),
                Problems.place(model.problem()),
                form,
                PlanAnswers.place(model.problems(), model.nothingToDo()));
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> preview() {
        return Optional.of(pane);
    }

    @Override
    public void focus() {
        toKey.requestFocus();
    }

    private Node making() {
        ComboBox<Making> making = new ComboBox<>();
        making.setId("create");
        making.getItems().setAll(Making.OFFERED);
        making.valueProperty().bindBidirectional(model.newKey().making());
        return Field.of(Words.of("rotate.make"), making, model.makingProblem());
    }

    private Node toKey() {
        toKey.setId("to-key");
        toKey.setEditable(true);
        toKey.setItems(model.newKey().offered());
        toKey.setCellFactory(list -> new VaultKeyCell(model.newKey()::said));
        toKey.getEditor().setId("to-key-name");
        toKey.getEditor().setAccessibleText(Words.of("rotate.toKey.name"));
        toKey.getEditor().setPromptText(Words.of("rotate.toKey.prompt"));
        toKey.getEditor().textProperty().bindBidirectional(model.newKey().name());
        Label said = Texts.caption("");
        said.setId("to-key-said");
        said.textProperty().bind(model.newKey().said());
        return new VBox(
                4, Field.of(Words.of("rotate.toKey"), toKey, model.newKey().problem()), said);
    }

    private Node names() {
        NamesForm names = model.names();
        return new VBox(
                16,
                field("asymmetric-key", "key", names.key(), names.keyProblem()),
                field("login", "login", names.login(), names.loginProblem()),
                field("credential", "credential", names.credential(), names.credentialProblem()));
    }

    private Node application() {
        VBox field = field("credential-client", "application", model.application(), model.applicationProblem());
        return new VBox(4, field, Texts.caption(Words.of("rotate.application.about")));
    }

    private Node backups() {
        BackupForm backups = model.backups();
        return new VBox(
                16,
                field("log-backup", "logBackup", backups.log(), backups.logProblem()),
                new VBox(
                        4,
                        field("full-backup", "fullBackup", backups.full(), backups.fullProblem()),
                        Texts.caption(Words.of("rotate.backups.about"))));
    }

    private static VBox field(String id, String name, StringProperty text, ObservableValue<Optional<String>> problem) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return Field.of(Words.of("rotate." + name), field, problem);
    }
}
