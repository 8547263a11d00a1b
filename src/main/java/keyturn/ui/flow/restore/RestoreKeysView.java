package keyturn.ui.flow.restore;

import static keyturn.ui.flow.restore.RestoreKeysViewModel.say;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.plan.flow.restore.RestorePurpose;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.ChoiceField;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.wrap.WrappedLabel;
import keyturn.ui.wizard.PlanAnswers;

/** Which backups, into which vault, and what for. */
public final class RestoreKeysView implements PageView {

    private static final double FORM_WIDTH = 880;

    private final RestoreKeysViewModel model;
    private final FileToRead directory;
    private final Node pane;
    private final TextField folder = new TextField();
    private final Node content;

    /**
     * @param pane with the scripts of what is chosen so far
     * @param directory asks for a folder
     */
    RestoreKeysView(RestoreKeysViewModel model, Node pane, FileToRead directory) {
        this.model = model;
        this.directory = directory;
        this.pane = pane;
        Node provider = ChoiceField.of(
                "provider", say("provider"), say("provider.prompt"), model.providers(), model.provider());
        VBox form = new VBox(
                16,
                Showing.when(model.provider().map(Optional::isEmpty), provider),
                folder(),
                purpose(),
                into(),
                recover());
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "restore-keys-page",
                new ReadOnlyStringWrapper(say("ask")),
                new ReadOnlyStringWrapper(say("lead")),
                ProblemPlace.place(model.problem()),
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
        folder.requestFocus();
    }

    private Node folder() {
        folder.setId("restore-folder");
        folder.textProperty().bindBidirectional(model.backups().folder());
        VBox field = Field.of(say("folder"), folder, model.backups().problem());
        Label about = Texts.caption(say("folder.about"));
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        Button choose = new Button(say("folder.choose"));
        choose.setId("restore-folder-choose");
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setAccessibleText(say("folder.choose.name"));
        choose.setOnAction(event -> directory
                .ask(content.getScene().getWindow())
                .ifPresent(chosen -> model.backups().folder().set(chosen.toString())));
        Label found = new WrappedLabel("");
        found.setId("restore-found");
        found.textProperty().bind(model.found());
        Showing.when(model.found().map(text -> !text.isEmpty()), found);
        return new VBox(4, field, new HBox(12, about, choose), found, checked());
    }

    private Node checked() {
        Label checked = Texts.caption("");
        checked.setId("restore-checked");
        checked.textProperty().bind(model.checked());
        return Showing.when(model.checked().map(text -> !text.isEmpty()), checked);
    }

    private Node purpose() {
        ComboBox<PurposeItem> purpose = new ComboBox<>();
        purpose.setId("restore-purpose");
        purpose.getItems().setAll(PurposeItem.OFFERED);
        purpose.valueProperty().bindBidirectional(model.purpose());
        return Field.of(say("purpose"), purpose, new ReadOnlyObjectWrapper<>(Optional.<String>empty()));
    }

    private Node into() {
        TextField into = new TextField();
        into.setId("restore-into");
        into.setPromptText("https://NAME.vault.azure.net");
        into.textProperty().bindBidirectional(model.into());
        return new VBox(4, Field.of(say("into"), into, model.intoProblem()), Texts.caption(say("into.about")));
    }

    private Node recover() {
        CheckBox recover = new CheckBox(say("recover"));
        recover.setId("restore-recover");
        recover.selectedProperty().bindBidirectional(model.recover());
        return Showing.when(model.purpose().map(item -> item.purpose() == RestorePurpose.LOST_KEY), recover);
    }
}
