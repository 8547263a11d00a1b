package keyturn.ui.flow.rotate;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.ChoiceField;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.wizard.PlanAnswers;

/** Which databases, which new key, what it is called; what is wrong stands beside the field that caused it. */
public final class RotateView implements PageView {

    private static final double FORM_WIDTH = 880;

    private final RotateViewModel model;
    private final TextField toKey = new TextField();
    private final Node pane;
    private final FileToRead folder;
    private final Node content;

    /**
     * @param pane with the scripts of what is chosen so far
     * @param folder asks for the one that the new key is backed up into
     */
    public RotateView(RotateViewModel model, Node pane, FileToRead folder) {
        this.model = model;
        this.pane = pane;
        this.folder = folder;
        VBox form = new VBox(
                16,
                ChoiceField.of(
                        "from-key",
                        RotateWords.of("choose.from"),
                        RotateWords.of("choose.from.prompt"),
                        model.olds(),
                        model.old()),
                oldLogin(),
                new PickList(model.databases()).node(),
                making(),
                toKey(),
                keyBackup(),
                names(),
                application(),
                secret(),
                backups());
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "rotate-page",
                new ReadOnlyStringWrapper(RotateWords.of("choose.title")),
                new ReadOnlyStringWrapper(RotateWords.of("choose.lead")),
                ProblemPlace.place(model.problem()),
                form,
                PlanAnswers.place(model.problems(), model.nothingToDo()));
    }

    private Node oldLogin() {
        OldLoginForm form = model.oldLogin();
        return Showing.when(
                form.asked(),
                ChoiceField.of(
                        "from-login",
                        RotateWords.of("choose.fromLogin"),
                        RotateWords.of("choose.fromLogin.prompt"),
                        form.offered(),
                        form.chosen()));
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
        return Field.of(RotateWords.of("choose.make"), making, model.makingProblem());
    }

    private Node toKey() {
        toKey.setId("to-key-name");
        toKey.setPromptText(RotateWords.of("choose.toKey.prompt"));
        toKey.textProperty().bindBidirectional(model.newKey().name());
        VBox typed =
                Field.of(RotateWords.of("choose.toKey"), toKey, model.newKey().problem());
        toKey.setAccessibleText(RotateWords.of("choose.toKey.name"));
        HBox.setHgrow(typed, Priority.ALWAYS);
        Label said = Texts.caption("");
        said.setId("to-key-said");
        said.textProperty().bind(model.newKey().said());
        return new VBox(4, new HBox(12, typed, new VaultKeyList(model.newKey()).node()), said);
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
        return new VBox(4, field, Texts.caption(RotateWords.of("choose.application.about")));
    }

    private Node backups() {
        BackupForm backups = model.backups();
        return new VBox(
                16,
                field("log-backup", "logBackup", backups.log(), backups.logProblem()),
                new VBox(
                        4,
                        field("full-backup", "fullBackup", backups.full(), backups.fullProblem()),
                        Texts.caption(RotateWords.of("choose.backups.about"))));
    }

    private Node keyBackup() {
        VBox field = field(
                "key-backup",
                "keyBackup",
                model.further().folder(),
                model.further().folderProblem());
        Label about = Texts.caption(RotateWords.of("choose.keyBackup.about"));
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        Button choose = new Button(RotateWords.of("choose.keyBackup.choose"));
        choose.setId("key-backup-folder");
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setAccessibleText(RotateWords.of("choose.keyBackup.choose.name"));
        choose.setOnAction(event -> folder.ask(content.getScene().getWindow())
                .ifPresent(chosen -> model.further().folder().set(chosen.toString())));
        return new VBox(4, field, new HBox(12, about, choose));
    }

    private Node secret() {
        ComboBox<SecretSource> source = new ComboBox<>();
        source.setId("secret-from");
        source.getItems().setAll(SecretSource.OFFERED);
        source.valueProperty().bindBidirectional(model.further().source());
        Label about = Texts.caption("");
        about.setId("secret-said");
        about.textProperty().bind(model.further().sourceSaid());
        var neverWrong = new ReadOnlyObjectWrapper<>(Optional.<String>empty()).getReadOnlyProperty();
        return new VBox(4, Field.of(RotateWords.of("choose.secret"), source, neverWrong), about);
    }

    private static VBox field(String id, String name, StringProperty text, ObservableValue<Optional<String>> problem) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return Field.of(RotateWords.of("choose." + name), field, problem);
    }
}
